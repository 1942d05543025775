/** The way to everything, and a form that posts what a client of the app would post. */
export function homePage(instances: readonly string[], inbox: string | undefined): string {
  const links = [
    ['/console', '控制台', 'Console'],
    ...(inbox ? [[inbox, '收件箱', 'Inbox'] as const] : []),
    ['/health', '健康', 'Health'],
    ['/metrics', '指标', 'Metrics'],
    ['/readme', '文档', 'README'],
  ] as const;
  return PAGE.replace(
    '{{links}}',
    links
      .map(([href, zh, en]) => `<a href="${escape(href)}">${zh} <small>${en}</small></a>`)
      .join(''),
  ).replace('{{instances}}', instances.map((name) => `<option>${escape(name)}</option>`).join(''));
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

const PAGE = String.raw`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>发送短信 · Send an SMS</title>
<style>
  :root { color-scheme: light dark; --line: light-dark(#d5dae1, #3a414c); --accent: #ff6a00; }
  * { box-sizing: border-box; }
  body { font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; margin: 0 auto; padding: 2rem 1.25rem; max-width: 34rem; }
  nav { display: flex; flex-wrap: wrap; gap: .5rem; margin-bottom: 2rem; }
  nav a { padding: .3rem .7rem; font-size: .9rem; border: 1px solid var(--line); border-radius: 999px; color: inherit; text-decoration: none; }
  nav a:hover { border-color: var(--accent); }
  nav small { opacity: .7; }
  h1 { font-size: 1.4rem; margin: 0 0 1.5rem; }
  label { display: block; font-weight: 600; margin-top: 1rem; }
  label small { font-weight: 400; opacity: .7; }
  input, textarea, select { width: 100%; font: inherit; font-weight: 400; padding: .5rem .7rem; margin-top: .25rem; border: 1px solid var(--line); border-radius: .5rem; background: transparent; color: inherit; }
  select option { color: #000; background: #fff; }
  textarea { font-family: ui-monospace, monospace; min-height: 5rem; }
  button { margin-top: 1.5rem; width: 100%; font: inherit; font-weight: 600; padding: .7rem; border: 0; border-radius: .5rem; background: var(--accent); color: #1d1000; cursor: pointer; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  output { display: block; margin-top: 1.5rem; padding: .8rem 1rem; border-left: 4px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere; font: .9rem/1.5 ui-monospace, monospace; }
  output[hidden] { display: none; }
  output.ok { border-color: #1a9b50; } output.bad { border-color: #d33a2c; }
</style>
</head>
<body>
<nav>{{links}}</nav>
<h1>发送短信 · Send an SMS</h1>
<form>
  <label>实例 <small>instance</small>
    <select name="instance">{{instances}}</select></label>
  <label>手机号 <small>phoneList, one a line</small>
    <textarea name="phones" rows="2" spellcheck="false">13800138000</textarea></label>
  <label>模板 <small>verifyTemplateCode</small>
    <input name="template" value="SMS_123456789" spellcheck="false"></label>
  <label>参数 <small>params, JSON</small>
    <textarea name="params" spellcheck="false">{ "code": "123456" }</textarea></label>
  <button>发送 Send</button>
</form>
<output hidden aria-live="polite"></output>
<script>
  const form = document.querySelector('form');
  const output = document.querySelector('output');
  const show = (text, ok) => {
    output.hidden = false;
    output.className = ok ? 'ok' : 'bad';
    output.textContent = text;
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const { instance, phones, template, params } = form.elements;
    let values;
    try {
      values = JSON.parse(params.value);
    } catch (error) {
      return show('params: ' + error.message, false);
    }
    try {
      const response = await fetch('/sms/' + instance.value + '/messages', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          phoneList: phones.value.split(/[\n,]/).map((line) => line.trim()).filter(Boolean),
          params: values,
          verifyTemplateCode: template.value,
        }),
      });
      show('HTTP ' + response.status + '\n' + JSON.stringify(await response.json(), null, 2), response.ok);
    } catch (error) {
      show(String(error), false);
    }
  });
</script>
</body>
</html>
`;
