import { describeSmsError } from 'nestjs-aliyun-sms';
import { asciiEscaped, Draw, jsonEscaped, percent } from './random-text.js';

/** What must never be seen: the value as it is, and as each road writes it. */
export interface Mark {
  what: string;
  value: string;
}

export interface MarkedMessage {
  message: {
    phoneList: string[];
    params: Record<string, string>;
    verifyTemplateCode: string;
    verifySign: string;
    outId: string;
    smsUpExtendCode?: string;
  };
  marks: Mark[];
}

// Characters that no text of ours holds.
const RARE = '龘靐齉爩麤彧翀喆堃曌𠮷𡈽';
const PRINTABLE = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';

/** Figures that are in our texts anyway; a code drawn like one of them would prove nothing. */
const OUR_FIGURES = [
  '46001 46002 46003 86400 3600 8000 127.0.0.1',
  ...['isv.X', 'isp.X', 'X', 'SignatureDoesNotMatch', 'isv.BUSINESS_LIMIT_CONTROL'].map((code) =>
    JSON.stringify(describeSmsError(code)),
  ),
].join(' ');

const PHONES: readonly ((draw: Draw) => [given: string, digits: string])[] = [
  (draw) => same(mainland(draw)),
  (draw) => form(mainland(draw), (n) => `+86${n}`),
  (draw) => form(mainland(draw), (n) => `0086${n}`),
  (draw) => form(mainland(draw), (n) => `86${n}`),
  (draw) => form(mainland(draw), (n) => `${n.slice(0, 3)}-${n.slice(3, 7)}-${n.slice(7)}`),
  (draw) => form(mainland(draw), (n) => `+86 ${n.slice(0, 3)} ${n.slice(3, 7)} ${n.slice(7)}`),
  // Hong Kong, Singapore, Macao, Iceland, the United States, Germany.
  (draw) => form(`8525${draw.digits(7)}`, (n) => `+${n}`),
  (draw) => form(`659${draw.digits(7)}`, (n) => `00${n}`),
  (draw) => form(`8536${draw.digits(7)}`, (n) => `+853 ${n.slice(3)}`),
  (draw) => form(`3546${draw.digits(6)}`, (n) => `+${n}`),
  (draw) => form(`1862555${draw.digits(4)}`, (n) => `+1 862 555 ${n.slice(7)}`),
  (draw) => form(`4915${draw.digits(9)}`, (n) => `+${n}`),
];

const same = (number: string): [string, string] => [number, number];
const form = (number: string, write: (n: string) => string): [string, string] => [
  write(number),
  number,
];

function mainland(draw: Draw): string {
  return `1${draw.between(3, 9)}${draw.digits(9)}`;
}

/** Values round a core that is found again however the rest of them is escaped. */
const VALUES: readonly ((draw: Draw, core: string) => string)[] = [
  (_, core) => core,
  (_, core) => `${core} ${core}`,
  (_, core) => `"${core}"`,
  (_, core) => `O'${core}\\n"x`,
  (_, core) => `100% ${core}%20`,
  (_, core) => `a+${core}=b&c=${core}`,
  (_, core) => `https://x.cn/t/${core}?a=${core}&b=张 三#c`,
  (_, core) => `<b>${core}</b>&amp;`,
  (_, core) => `{"a":"${core}"}`,
  (_, core) => `line\n${core}\ttab`,
  (_, core) => `$& $1 $\`${core}`,
  (_, core) => `(${core})[.*+?^|`,
  (_, core) => `订单${core}，已发货。`,
  (_, core) => `🎉${core}🎉`,
  (_, core) => `${core},${core};${core}`,
  (draw, core) => `${core}${'长'.repeat(draw.between(100, 400))}${core}`,
  (draw, core) => `${core}-`.repeat(draw.between(20, 200)),
];

export function drawMessage(draw: Draw, id: number, taken: string): MarkedMessage {
  const marks: Mark[] = [];
  const phoneList = Array.from({ length: draw.chance(80) ? 1 : draw.between(2, 12) }, () => {
    const [given, digits] = draw.from(PHONES)(draw);
    marks.push({ what: 'phone', value: digits }, { what: 'phone as given', value: given });
    return given;
  });
  const tails = marks.map(({ value }) => value).join(' ');
  const params: Record<string, string> = {};
  for (let left = draw.between(1, 3); left > 0; left--) {
    const [value, core] = drawValue(draw, `${taken} ${tails} ${OUR_FIGURES}`);
    params[draw.letters(5)] = value;
    marks.push({ what: 'core', value: core }, { what: 'value', value });
  }
  return {
    marks,
    message: {
      phoneList,
      params,
      verifyTemplateCode: 'SMS_123',
      verifySign: draw.from(['某某科技', 'Acme', '阿里云(测试)!']),
      // Letters only: figures in it could be taken for a code.
      outId: `case-${String(id).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!)}`,
    },
  };
}

function drawValue(draw: Draw, taken: string): [value: string, core: string] {
  switch (draw.below(4)) {
    case 0: {
      const code = drawCode(draw, taken);
      return [code, code];
    }
    case 1: {
      const name = draw.text(RARE, draw.between(2, 4));
      return [draw.chance(50) ? name : draw.from(VALUES)(draw, name), name];
    }
    default: {
      const core = draw.text(PRINTABLE, draw.between(6, 12));
      return [draw.from(VALUES)(draw, core), core];
    }
  }
}

function drawCode(draw: Draw, taken: string): string {
  for (;;) {
    const code = draw.digits(draw.between(4, 6));
    if (!taken.includes(code)) return code;
  }
}

/** The mark as it could be written without being any less readable. */
export function spellings({ value }: Mark): string[] {
  const forms = [value, percent(value), percent(value, 2), jsonEscaped(value), asciiEscaped(value)];
  return [...new Set(forms.map((form) => form.toLowerCase()))];
}
