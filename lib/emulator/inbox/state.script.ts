/** Browser module: what the page knows, by number. */
export const STATE_SCRIPT = String.raw`
/** As many as the page holds: the emulator may keep far more. */
export const HELD = 1000;

export const state = {
  messages: new Map(),
  replies: new Map(),
  /** The number whose messages are shown. */
  open: null,
  /** When each number was last looked at, as the time of its newest message. */
  seen: new Map(),
  search: '',
  faults: [],
  pushes: [],
  signs: [],
  templates: [],
  urls: {},
  magic: { numbers: [], receipts: [] },
  health: { accessKeys: [], flowControl: false },
  clock: null,
};

export function keep(message) {
  state.messages.set(message.id, message);
  if (state.messages.size > HELD) state.messages.delete(state.messages.keys().next().value);
}

const timeOf = (item) => item.receivedAt || item.sentAt;

function matches(message) {
  if (!state.search) return true;
  const words = [message.content, message.phoneNumber, message.signName, message.templateCode, message.outId || '', ...Object.values(message.templateParam)];
  return words.join('\n').toLowerCase().includes(state.search.toLowerCase());
}

/** Messages and replies of a number, oldest first. */
export function threadOf(phoneNumber) {
  const messages = [...state.messages.values()].filter((each) => each.phoneNumber === phoneNumber && matches(each));
  const replies = state.search ? [] : [...state.replies.values()].filter((each) => each.phoneNumber === phoneNumber);
  return [...messages, ...replies].sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0));
}

/** The numbers, the one with the newest text first. */
export function numbers() {
  const found = new Map();
  const texts = [...[...state.messages.values()].filter(matches), ...(state.search ? [] : state.replies.values())];
  for (const text of texts) {
    const entry = found.get(text.phoneNumber) || { phoneNumber: text.phoneNumber, last: text, unread: 0 };
    if (timeOf(text) >= timeOf(entry.last)) entry.last = text;
    if (text.receivedAt && text.receivedAt > (state.seen.get(text.phoneNumber) || '')) entry.unread++;
    found.set(text.phoneNumber, entry);
  }
  return [...found.values()].sort((a, b) => (timeOf(a.last) < timeOf(b.last) ? 1 : -1));
}

export function look(phoneNumber) {
  const newest = threadOf(phoneNumber).filter((each) => each.receivedAt).at(-1);
  if (newest) state.seen.set(phoneNumber, newest.receivedAt);
}
`;
