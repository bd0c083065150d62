# 读者看到的每一个词（简体中文）。变量写在花括号里；复数规则依 CLDR。

## 语言

number-group = ,
list-separator = 、
label = { $label }：{ $value }

## Markdown

alert-note = 说明
alert-tip = 提示
alert-important = 重要
alert-warning = 警告
alert-caution = 注意
task-done = 已完成
task-open = 未完成

## 术语

impact-operational = 运行正常
impact-unknown = 未观测
impact-under_maintenance = 维护中
impact-degraded_performance = 性能下降
impact-partial_outage = 部分中断
impact-major_outage = 严重中断

severity-none = 无影响
severity-minor = 轻微
severity-major = 重大
severity-critical = 严重

state-investigating = 调查中
state-identified = 已定位
state-monitoring = 观察中
state-resolved = 已解决
state-scheduled = 已安排
state-in_progress = 进行中
state-verifying = 验证中
state-completed = 已完成
state-cancelled = 已取消

kind-incident = 事件
kind-maintenance = 维护
kind-notice = 公告

## 日期与时长

month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月

month-short-1 = 1月
month-short-2 = 2月
month-short-3 = 3月
month-short-4 = 4月
month-short-5 = 5月
month-short-6 = 6月
month-short-7 = 7月
month-short-8 = 8月
month-short-9 = 9月
month-short-10 = 10月
month-short-11 = 11月
month-short-12 = 12月

weekday-short-1 = 周一
weekday-short-2 = 周二
weekday-short-3 = 周三
weekday-short-4 = 周四
weekday-short-5 = 周五
weekday-short-6 = 周六
weekday-short-7 = 周日

month-year = { $year }年{ $month }
date-long = { $year }年{ $month }{ $day }日
date-medium = { $year }年{ $month }{ $day }日
date-short = { $month }{ $day }日
date-weekday = { $day }（{ $weekday }）
date-time = { $date } { $time }
time-zone = { $time } { $zone }
days-of-month = { $month }{ $first }日至{ $last }日
days-range = { $first }至{ $last }

short-days = { $n } 天
short-hours = { $n } 小时
short-minutes = { $n } 分钟
short-seconds = { $n } 秒
spoken-days = { $n } 天
spoken-hours = { $n } 小时
spoken-minutes = { $n } 分钟
spoken-seconds = { $n } 秒
duration-two = { $first } { $second }
moment = 不到一分钟
ago = { $duration }前

## 所有页面

skip = 跳到正文
nav = 主导航
nav-status = 状态
nav-incidents = 事件
nav-maintenance = 维护
nav-postmortems = 复盘
breadcrumb = 当前位置
language = 语言
preferences = 偏好设置
footer-made = 由 Allclear 生成
page-description = { $title }：当前状态、事件与维护。
draft = 草稿
draft-note = 这是草稿，尚未发布。
untranslated = 此内容暂无{ $language }版本。

## 首页：结论

all-operational = 所有系统运行正常
all-unknown = 目前无法判断系统状态
all-under_maintenance = 正在进行维护
all-degraded_performance = 部分系统性能下降
all-partial_outage = 部分系统局部中断
all-major_outage = 部分系统中断
calm-components = { $count ->
    [1] 此处列出的组件运行正常。
   *[other] 此处列出的 { $count } 个组件均运行正常。
}
calm-last = 上一次事件“{ $incident }”已于{ $when }结束。
calm-never = 暂无事件记录。
unknown-note = 现有数据不足以说明当前状态：无人观测，或观测结果已过时。
lasting-major_outage = 已中断
lasting-partial_outage = 部分中断已持续
lasting-degraded_performance = 性能下降已持续
lasting-operational = 已持续
as-of = 截至 { $time }
as-of-label = 数据截至
said = { $state }：
since = 开始于
until = 结束于
severity-label = 严重程度
affects = 影响
quiet-for = 已无事件
quiet-since = 自{ $date }起
next-maintenance = 下次维护
none-planned = 暂无安排
ends-in = 距结束还有
planned-window = 计划时间
gone-of = 共 { $whole }，已过 { $gone }
step-track = 处理进度
latest-updates = 最新进展
all-updates = { $count ->
    [1] 查看全部经过
   *[other] 全部 { $count } 条进展
}
read-more = 查看详情
check-from-here = 用您的浏览器检测
also = 另外
started-ago = 自 { $time } 起，已 { $duration }
names-and-more = { $list }等，另有 { $count } 个
pinned = 公告

## 首页：组件

components = 组件
strip-from = { $days } 天前
strip-to = 今天
strip-label = { $component }，最近 { $days } 天：{ $what }。
strip-quiet = 未报告问题
strip-day = { $date }{ $impact }
strip-more = 另有 { $count } 天
strip-note = 每一格是一天，依据此处发布的报告；越高越严重。
group-count = { $count } 个组件

## 首页：14 天

recent = 最近 { $days } 天
all-incidents = 全部事件
quiet-days = { $count ->
    [1] 一天无事件
    [2] 连续两天无事件
    [14] 连续两周无事件
   *[other] 连续 { $count } 天无事件
}
ongoing = 进行中，已 { $duration }

## 事件

lasted = 持续时间
hit-for = { $component }：{ $impact }
affected = 受影响
affected-of = { $count } / { $whole }
nobody-affected = 无组件
updates = 进展
first-update = 首次通报耗时
reported-by-machine = 由系统自动创建
closed-by-machine = 由系统自动关闭
noted-by-machine = 由系统自动发布
picture = 一图看懂此事件
picture-label = 影响随时间的变化，{ $from }至{ $to }：{ $what }。
picture-part = { $component }{ $impact }，持续{ $duration }
timeline = 时间线
newest-first = 最新在前
oldest-first = 最早在前
after-start = +{ $duration }
all-recovered = 所有组件运行正常
impact-change = { $component }：{ $impact }
postmortem = 复盘
reading-time = 阅读约 { $minutes } 分钟
contents = 目录
tags = 标签
newer = 较新
older = 较早
neighbours = 更多事件

## 维护

maintenance-intro = 计划内的工作、影响范围，以及实际情况。
maintenance-active = 进行中
maintenance-upcoming = 即将进行
maintenance-recurring = 定期维护
maintenance-past = 已结束
maintenance-none = 目前没有维护安排。
next-windows = 接下来的时间窗口
past-windows = 过去的时间窗口
ended-early = 用时 { $duration }

## 列表

incidents-intro = 此处报告过的所有事件，最新在前。
incidents-none = 暂无事件记录，愿一直如此。
newest = 最新
archive = 归档
archive-count = { $count } 个事件
month-count = { $count ->
    [0] 本月没有任何报告。
   *[other] 本月共有 { $count } 条报告。
}
newer-month = 较新的月份
older-month = 较早的月份
postmortems-intro = 我们学到了什么：事件结束之后写下的完整经过。
postmortems-none = 还没有复盘报告。

## 组件

depends-on = 依赖
needed-by = 被依赖于
visit = 访问
last-days = 最近 { $days } 天
year = 一年，逐日
year-note = 方块越大，当天越严重。
component-incidents = 此组件的事件
component-none = 此组件没有任何报告。
component-older = 更早的事件见归档
just-you = 只有您遇到问题吗？

## 找不到

not-found = 没有这个页面
not-found-note = 地址可能有误，或页面已移动。当前状态只差一步。
not-found-back = 查看当前状态
redirect = 此页面已移动
redirect-note = 新地址：

## 浏览器中的交互组件

times-site = 时间均为 { $site }。
times-mine = 时间按您所在的时区显示：{ $zone }。
times-utc = 时间均为 UTC。

preferences-theme = 主题
preferences-theme_system = 跟随系统
preferences-theme_light = 浅色
preferences-theme_dark = 深色
preferences-zone = 时区
preferences-zone_mine = 我的时区
preferences-zone_site = { $site }
preferences-zone_utc = UTC
preferences-clock = 时制
preferences-clock_auto = 自动
preferences-clock_12 = 12 小时制
preferences-clock_24 = 24 小时制

live-operational = { impact-operational }
live-unknown = { impact-unknown }
live-under_maintenance = { impact-under_maintenance }
live-degraded_performance = { impact-degraded_performance }
live-partial_outage = { impact-partial_outage }
live-major_outage = { impact-major_outage }
live-all_operational = { all-operational }
live-all_unknown = { all-unknown }
live-all_under_maintenance = { all-under_maintenance }
live-all_degraded_performance = { all-degraded_performance }
live-all_partial_outage = { all-partial_outage }
live-all_major_outage = { all-major_outage }
live-change = { $name }：{ $state }
live-news = 此页面有新内容。
live-reload = 立即查看
live-stale = 无法连接本站，您看到的内容可能已过时。
live-moment = { moment }
live-minutes = { short-minutes }
live-hours = { short-hours }
live-days = { short-days }
live-two = { duration-two }
live-gone = { gone-of }

probe-intro = 您的浏览器会访问{ $component }，并访问本站作为对照。不会向其他任何地方发送数据，结果只留在您的浏览器中。
probe-check = 用您的浏览器检测
probe-checking = 正在检测……
probe-again = 重新检测
probe-from_browser = 来自您的浏览器，{ $time }
probe-both_fine = 您能访问，我们也能
probe-both_fine_why = { $component }响应了您的浏览器，此处也没有问题报告。
probe-both_fine_try = 如果您仍然遇到问题，请刷新或重新登录，并把所见告诉我们。
probe-only_you = 可能只有您遇到问题
probe-only_you_why = 本站响应了您的浏览器，但{ $component }没有，而且没有人报告过问题。故障可能出在您与它之间：公司网络、广告拦截器或域名服务器。
probe-only_you_try = 请换一个网络，关闭拦截器和 VPN，或稍等一分钟再检测。
probe-only_us = 您能访问，而我们报告了问题
probe-only_us_why = 虽然已报告中断，{ $component }仍响应了您的浏览器。它可能正在恢复，也可能只影响其他人。
probe-only_us_partly_why = { $component }响应了您的浏览器。所报告的问题只影响部分用户或部分功能。
probe-only_us_try = 可以继续使用，但部分操作可能失败。
probe-everyone = 不只是您
probe-everyone_why = { $component }没有响应您的浏览器，我们已知晓此问题。
probe-everyone_error_why = { $component }以错误（状态码 { $status }）响应了您的浏览器，我们已知晓此问题。
probe-everyone_try = 您无需做任何事。恢复后本页会说明。
probe-unclear = 无法判断
probe-offline_why = 您的浏览器显示处于离线状态。
probe-no_control_why = 本站也没有响应您的浏览器，您的网络连接可能已断开。
probe-blocked_why = 请求在发出之前被拦下了：可能是浏览器扩展，或本页自身的安全策略。
probe-disagree_why = { $component }以错误（状态码 { $status }）响应了您的浏览器，尚无人报告。
probe-silent_reached_why = { $component }响应了您的浏览器；除此之外我们并不了解更多。
probe-silent_failed_why = { $component }没有响应您的浏览器，我们自己也不清楚它的状态。
probe-unclear_try = 请一分钟后再检测，或换一个网络。
probe-you = 您
probe-page = 本页显示
probe-this_site = 本站
probe-component = { $component }
probe-answered = { $ms } 毫秒
probe-answered_status = { $ms } 毫秒，状态码 { $status }
probe-failed = 无响应，{ $ms } 毫秒
probe-timed_out = { $s } 秒内无响应
probe-not_asked = 未检测
probe-limits_cors = 我们无法得知的是：它是否一切功能正常。有响应只说明它可以访问，并自称正常。
probe-limits_no_cors = 我们无法得知的是：响应是否正确。{ $component }不允许网页读取其响应，因此这只能说明有东西在响应。
probe-limits_failed = 我们无法得知的是：原因何在。浏览器不会告诉网页究竟是域名、连接还是证书出了问题。
probe-operational = { impact-operational }
probe-unknown = { impact-unknown }
probe-under_maintenance = { impact-under_maintenance }
probe-degraded_performance = { impact-degraded_performance }
probe-partial_outage = { impact-partial_outage }
probe-major_outage = { impact-major_outage }
