import type { ConfigFormField } from '../index.js';
import { isHidden } from './form-values.js';

type Values = Readonly<Record<string, unknown>>;

// `uri` alone would be found in `securityToken`.
const ADDRESS = /^ca$|^insecure$|^ur[il]|_ur[il]|U(?:RL|RI|rl|ri)/;
const PART = /endpoint|proxy|host|server|gateway|address|domain/i;

/** Whole words: `port` is a part of `support`. */
const WORDS = new Set(
  (
    'api base callback cluster connection dsn hook ip link location node origin path peer port redirect region ' +
    'route service site target tenant uri url upstream webhook zone'
  ).split(' '),
);

// The text of a signature may look like anything.
const NO_ADDRESS = new Set(['verifySign']);

/** Whether a field says where a message goes, by its name or by its value. One field too many does little harm. */
export function isAddress(
  { name, kind }: ConfigFormField,
  former: Values,
  values: Values,
): boolean {
  if (NO_ADDRESS.has(name)) return false;
  if (isAddressName(name)) return true;
  return [former[name], values[name]].some((value) =>
    isHidden(kind) ? isUrl(value) : mentionsAddress(value),
  );
}

export function isUrl(value: unknown): boolean {
  return typeof value === 'string' && value.includes('://');
}

function isAddressName(name: string): boolean {
  if (ADDRESS.test(name) || PART.test(name)) return true;
  return name
    .split(/(?<=[a-z\d])(?=[A-Z])|[^A-Za-z\d]/)
    .some((word) => WORDS.has(word.toLowerCase()));
}

/** A URL or a part of one, a host with dots, or a port behind a name. */
const ADDRESS_VALUE = /[/\\@?#]|^\[|^[\w-]+(?:\.[\w-]+)+\.?(?::\d+)?$|:\d+$/;

function mentionsAddress(value: unknown): boolean {
  if (typeof value === 'string') return ADDRESS_VALUE.test(value.trim());
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, each]) => isAddressName(key) || mentionsAddress(each));
}
