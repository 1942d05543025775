/** The page's frame; what is in it is built by its scripts. */
export const INBOX_PAGE = String.raw`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Aliyun SMS inbox</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Crect width='24' height='24' rx='6' fill='%23c2410c'/%3E%3Cpath d='M6 8h12v7h-6l-3 3v-3H6z' fill='white'/%3E%3C/svg%3E">
<link rel="stylesheet" href="/_emulator/ui/tokens.css">
<link rel="stylesheet" href="/_emulator/ui/base.css">
<link rel="stylesheet" href="/_emulator/ui/frame.css">
<link rel="stylesheet" href="/_emulator/inbox/layout.css">
<link rel="stylesheet" href="/_emulator/inbox/message.css">
<link rel="stylesheet" href="/_emulator/inbox/panel.css">
<script type="module" src="/_emulator/inbox/main.js"></script>
</head>
<body>
<header class="top">
  <div class="brand">
    <span class="mark" aria-hidden="true"></span>
    <h1 data-t="title"></h1>
    <span id="live" class="chip live" role="status"></span>
  </div>
  <input id="search" class="field" type="search" autocomplete="off" data-t-label="search">
  <div class="tools">
    <button id="panel-button" class="button" type="button" aria-expanded="false" aria-controls="panel" data-t="tools"></button>
    <button id="clear" class="button" type="button" data-t="clear"></button>
    <button id="theme" class="button icon" type="button" data-t-label="theme"><svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" aria-hidden="true"><circle cx="12" cy="12" r="8"/><path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor"/></svg></button>
    <button id="language" class="button icon" type="button" data-t="otherLanguage" data-t-label="language"></button>
  </div>
</header>
<main>
  <nav id="numbers" data-t-label="numbers"></nav>
  <section id="thread" data-t-label="messages"></section>
  <aside id="panel" data-t-label="tools" hidden></aside>
</main>
<footer class="keys" data-t="keys"></footer>
<div id="toast" class="toast" role="status" hidden></div>
</body>
</html>
`;
