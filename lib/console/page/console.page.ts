const STYLES = [
  'ui/tokens',
  'ui/base',
  'ui/frame',
  'console/layout',
  'console/list',
  'console/form',
  'console/try',
  'console/sends',
];

/** The page's frame; what is in it is built by its scripts. base: from the page's address to its files, '' or 'console/'. */
export const consolePage = (base: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Aliyun SMS console</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Crect width='24' height='24' rx='6' fill='%23c2410c'/%3E%3Cpath d='M6 8h12v7h-6l-3 3v-3H6z' fill='white'/%3E%3C/svg%3E">
${STYLES.map((name) => `<link rel="stylesheet" href="${base}assets/${name}.css">`).join('\n')}
<script type="module" src="${base}assets/console/main.js"></script>
</head>
<body>
<header class="top">
  <div class="brand">
    <span class="mark" aria-hidden="true"></span>
    <h1 data-t="brand"></h1>
    <span id="live" class="chip live" role="status"></span>
  </div>
  <nav id="tabs" class="tabs" data-t-label="views">
    <a href="#/instances" data-view="instances" data-t="view.instances"></a>
    <a href="#/try" data-view="try" data-t="view.try"></a>
    <a href="#/sends" data-view="sends" data-t="view.sends"></a>
    <a href="#/templates" data-view="templates" data-t="view.templates"></a>
  </nav>
  <div class="tools">
    <button id="theme" class="button icon" type="button" data-t-label="theme"><svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" aria-hidden="true"><circle cx="12" cy="12" r="8"/><path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor"/></svg></button>
    <button id="language" class="button icon" type="button" data-t="otherLanguage" data-t-label="language"></button>
  </div>
</header>
<div id="banner" role="alert" hidden></div>
<main>
  <section id="view-instances" class="split" data-t-label="view.instances">
    <div class="list">
      <div class="list-top">
        <div class="list-tools">
          <input id="search" class="field" type="search" autocomplete="off" data-t-label="search">
          <a id="new" class="button primary" href="#/new" data-t="newShort" data-t-label="newInstance" hidden></a>
        </div>
        <p id="read-only" class="notice" data-t="readOnly" hidden></p>
        <p id="count" class="muted" role="status"></p>
      </div>
      <ul id="unsaved"></ul>
      <ul id="instances"></ul>
      <p id="no-match" class="nothing" data-t="nothingFound" hidden></p>
    </div>
    <div id="detail"></div>
  </section>
  <section id="view-try" data-t-label="view.try" hidden><div id="try"></div></section>
  <section id="view-sends" data-t-label="view.sends" hidden>
    <div class="column">
      <p class="hint" data-t="sendsHint"></p>
      <p id="sends-none" class="nothing" data-t="noSends" hidden></p>
      <ol id="sends-list"></ol>
    </div>
  </section>
  <section id="view-templates" data-t-label="view.templates" hidden><div id="templates"></div></section>
</main>
<footer class="keys" data-t="keys"></footer>
<div id="toast" class="toast" role="status" hidden></div>
</body>
</html>
`;
