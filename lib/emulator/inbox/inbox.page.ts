import type { HttpReply } from '../http/http-reply.js';

const HTML = String.raw`<!doctype html>
<meta charset="utf-8">
<title>Aliyun SMS inbox</title>
<h1>短信收件箱 · Inbox</h1>
<ul id="messages"></ul>
<script src="/_emulator/inbox.js"></script>
`;

const SCRIPT = String.raw`
const list = document.getElementById('messages');
async function load() {
  const { messages } = await (await fetch('/_emulator/messages')).json();
  list.replaceChildren(...messages.map((message) => {
    const item = document.createElement('li');
    item.textContent = message.phoneNumber + ' ' + message.content;
    return item;
  }));
}
load();
setInterval(load, 2000);
`;

const REPLIES: Readonly<Record<string, HttpReply>> = {
  '/': {
    status: 200,
    headers: {
      'content-type': 'text/html;charset=utf-8',
      'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'",
    },
    body: HTML,
  },
  '/_emulator/inbox.js': {
    status: 200,
    headers: { 'content-type': 'text/javascript;charset=utf-8' },
    body: SCRIPT,
  },
};

export function inboxReply(path: string): HttpReply | undefined {
  return REPLIES[path];
}
