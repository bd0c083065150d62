// What the browser tests share: build a site, serve it on loopback, look at it in Chromium.
//
//     const site = await openSite(await buildSite('bad-day'));
//     await site.visit('incidents/', { width: 320, dark: true }, async (page) => { … });
//     await site.close();
//
// `visit` fails on anything that the page complains about: an error or a warning on the console
// (a breach of the Content Security Policy is one), an uncaught exception, a failed request, a
// request that leaves this machine.

export { buildSite, NOW } from './support/build.mjs';
export { openSite } from './support/site.mjs';
export { kinds, pages } from './support/pages.mjs';
export { axe } from './support/axe.mjs';
