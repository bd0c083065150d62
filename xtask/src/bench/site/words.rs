//! What the incidents of a synthetic site are made of. All of it is invented.

/// Id, name and group.
pub(crate) const COMPONENTS: [(&str, &str, &str); 20] = [
    ("api", "Public API", "Core"),
    ("dashboard", "Dashboard", "Core"),
    ("sign-in", "Sign-in", "Core"),
    ("database", "Database", "Core"),
    ("jobs", "Job queue", "Core"),
    ("checkout", "Checkout", "Payments"),
    ("cards", "Card payments", "Payments"),
    ("invoices", "Invoices", "Payments"),
    ("refunds", "Refunds", "Payments"),
    ("payouts", "Payouts", "Payments"),
    ("email", "Email", "Messages"),
    ("sms", "Text messages", "Messages"),
    ("push", "Push notifications", "Messages"),
    ("webhooks", "Webhooks", "Messages"),
    ("chat", "Support chat", "Messages"),
    ("storage", "Object storage", "Infrastructure"),
    ("cdn", "Content delivery", "Infrastructure"),
    ("search", "Search", "Infrastructure"),
    ("dns", "Name servers", "Infrastructure"),
    ("builds", "Builds", "Infrastructure"),
];

/// What titles say of a component.
pub(super) const TROUBLES: [&str; 8] = [
    "errors for some customers",
    "unreachable from Europe",
    "slow responses",
    "requests time out",
    "delays of up to an hour",
    "elevated error rate",
    "stale data",
    "failing health checks",
];

/// A list, as people write them.
pub(super) const LATER: &str = "\n\n- Reads work.\n- Writes are queued; **none is lost**.";

/// What updates say.
pub(super) const SENTENCES: [&str; 16] = [
    "Checks from three places fail with status 503.",
    "Requests to `/v2/orders` take longer than ten seconds, and about one in five of them is given up by the client.",
    "We are looking into it.",
    "A deployment at the top of the hour raised the number of open connections beyond what the pool allows.",
    "The [runbook](https://example.org/runbooks/pool) has been started.",
    "Traffic is being moved to the second region, which takes a few minutes for resolvers that cache.",
    "Nothing is lost: what could not be delivered is queued and will be sent in order.",
    "The *upstream* provider confirms a fault in one of its racks.",
    "Customers in Asia are not affected.",
    "A failed switch-over left one of the nodes read-only; we are bringing it back step by step.",
    "Error rates have been at their usual level for a quarter of an hour.",
    "Should you still see errors, reload the page or sign in again.",
    "We will post again within thirty minutes.",
    "The change has been rolled back everywhere.",
    "Queues are draining at about four thousand messages a second, so delays will be gone soon.",
    "Memory on the affected hosts is back to normal & all health checks pass (p99 < 300 ms).",
];
