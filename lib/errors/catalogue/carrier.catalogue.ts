import type { CarrierCode } from './aliyun-codes.js';
import type { CatalogueRow } from './catalogue-row.interface.js';
import { RECEIPT_CATALOGUE } from './receipt.catalogue.js';

const OFF_ROW: CatalogueRow = {
  cause: 'recipient',
  repeat: 'later',
  zh: ['手机已关机', '请收件人开机后重发。'],
  en: ['The phone is switched off.', 'Send again when the recipient has switched it on.'],
};

/** Meanings as in China Mobile's own list; Aliyun hands such codes through without explaining them. */
export const CARRIER_CATALOGUE = {
  DELIVRD: RECEIPT_CATALOGUE.DELIVERED,
  UNDELIV: {
    cause: 'recipient',
    repeat: 'later',
    zh: ['短信无法送达手机', '请收件人确认手机在网后重发。'],
    en: ['The phone could not be reached.', 'Send again when the recipient is reachable.'],
  },
  REJECTD: {
    cause: 'recipient',
    zh: ['短信被运营商或手机拒收', '请收件人检查短信拦截设置，或改用其他号码。'],
    en: [
      'The carrier or the phone refused the message.',
      'Ask the recipient to look at the message filter of the phone, or use another number.',
    ],
  },
  'MK:0001': {
    cause: 'recipient',
    zh: ['空号', '请收件人核对号码，并从名单中移除该号码。'],
    en: ['The number is not assigned.', 'Ask for the right number and take this one off the list.'],
  },
  'MK:0005': {
    cause: 'recipient',
    zh: ['号码停机', '请收件人联系运营商恢复号码，或改用其他号码。'],
    en: [
      'The number is suspended.',
      'Ask the recipient to settle it with the carrier, or use another number.',
    ],
  },
  'MK:0010': OFF_ROW,
  'MK:0023': OFF_ROW,
  'DB:0142': RECEIPT_CATALOGUE.MOBILE_SEND_LIMIT,
  'DB:0144': RECEIPT_CATALOGUE.MOBILE_IN_BLACK,
  'IB:0008': {
    cause: 'quota',
    actor: 'aliyun',
    zh: ['运营商网关流控', '几分钟后重发；持续出现时降低发送速度。'],
    en: [
      "Flow control of the carrier's gateway.",
      'Send again after some minutes, and more slowly if it persists.',
    ],
  },
} satisfies Record<CarrierCode, CatalogueRow>;
