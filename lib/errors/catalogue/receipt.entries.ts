import type { CatalogueEntry } from './sms-error-description.interface.js';

const DELIVERED: CatalogueEntry = {
  cause: 'none',
  zh: ['已送达', '无需处理。'],
  en: ['Delivered.', 'Nothing to do.'],
};

const NUMBER_LIMIT: CatalogueEntry = {
  cause: 'quota',
  zh: ['单个号码的发送量已达平台或运营商上限', '24 小时后再发，并减少对该号码的发送。'],
  en: [
    'The limit of Aliyun or the carrier for this number is reached.',
    'Send again after 24 hours, and less often to this number.',
  ],
};

const BLACK_LISTED: CatalogueEntry = {
  cause: 'recipient',
  zh: ['号码在运营商黑名单中', '停止向该号码发送；机主确需接收时，由其联系运营商解除。'],
  en: [
    "The number is on the carrier's black list.",
    'Stop sending to it; its owner can ask the carrier to be taken off the list.',
  ],
};

const HANDSET_ERROR: CatalogueEntry = {
  cause: 'recipient',
  repeat: 'later',
  zh: ['手机终端异常，如存储已满', '请收件人清理短信存储或重启手机，之后再发。'],
  en: [
    'The handset could not take the message, for example because its memory is full.',
    'Ask the recipient to free message memory or restart the phone, then send again.',
  ],
};

const SWITCHED_OFF: CatalogueEntry = {
  cause: 'recipient',
  repeat: 'later',
  zh: ['手机已关机', '请收件人开机后重发。'],
  en: ['The phone is switched off.', 'Send again when the recipient has switched it on.'],
};

/**
 * States of a message in its receipt.
 *
 * Source: https://help.aliyun.com/document_detail/101347.html
 */
export const RECEIPT_ENTRIES = {
  DELIVERED,
  REQUEST_SUCCESS: {
    cause: 'none',
    repeat: 'care',
    zh: ['已提交运营商，尚无回执', '继续等待回执，期间不要重发。'],
    en: [
      'Handed to the carrier, which has not answered yet.',
      'Wait for the receipt and do not send again meanwhile.',
    ],
  },
  MOBILE_NOT_ON_SERVICE: {
    cause: 'recipient',
    zh: [
      '号码停机、空号、关机或不在服务区',
      '请收件人确认手机在网后再发；长期失败的号码从名单中移除。',
    ],
    en: [
      'The number is suspended, unassigned, switched off or out of coverage.',
      'Send again when the recipient is reachable; take numbers off the list that keep failing.',
    ],
  },
  INVALID_NUMBER: {
    cause: 'recipient',
    zh: ['号码状态异常或格式错误', '请收件人核对号码后更正。'],
    en: ['The number is malformed or not in use.', 'Ask the recipient for the right number.'],
  },
  MOBILE_SEND_LIMIT: NUMBER_LIMIT,
  MOBILE_ACCOUNT_ABNORMAL: {
    cause: 'recipient',
    zh: ['收件人号码账户异常（欠费、携号转网等）', '请收件人联系运营商恢复号码，或改用其他号码。'],
    en: [
      "The recipient's account with the carrier is abnormal (in arrears, being ported).",
      'Ask the recipient to settle it with the carrier, or use another number.',
    ],
  },
  MOBILE_IN_BLACK: BLACK_LISTED,
  // Aliyun documents the misspelt name and sends both.
  MOBLLE_TERMINAL_ERROR: HANDSET_ERROR,
  MOBILE_TERMINAL_ERROR: HANDSET_ERROR,
  USER_REJECT: {
    cause: 'recipient',
    zh: ['用户已退订或拒收', '从名单中移除该号码；只有用户重新订阅后才能再发送。'],
    en: [
      'The recipient has opted out or refuses such messages.',
      'Take the number off the list until its owner subscribes again.',
    ],
  },
  CONTENT_KEYWORD: {
    cause: 'content',
    zh: ['内容含运营商拦截的关键字', '去掉变量中的敏感词；如为固定内容，修改模板并重新申请。'],
    en: [
      'The carrier blocked a keyword in the text.',
      'Remove sensitive words from the values; if the fixed text is at fault, have a changed template approved.',
    ],
  },
  CONTENT_ERROR: {
    cause: 'content',
    actor: 'account-owner',
    zh: [
      '推广短信缺少退订方式等内容错误',
      '在推广模板末尾加上退订方式（如“拒收请回复R”）后重新申请。',
    ],
    en: [
      'The text is wrong, for example promotion without a way to opt out.',
      'End the promotion template with the opt-out words (拒收请回复R) and have it approved again.',
    ],
  },
  NO_ROUTE: {
    cause: 'configuration',
    zh: ['没有可用的发送通道', '在短信控制台确认签名已完成实名报备；已完成的向阿里云提交工单。'],
    en: [
      'There is no channel for this message.',
      'Check in the SMS console that the sign is registered with the carriers; if it is, open a ticket with Aliyun.',
    ],
  },
  SP_NOT_BY_INTER_SMS: {
    cause: 'recipient',
    zh: ['收件人未开通国际短信接收', '请收件人联系运营商开通国际短信，或改用其他号码。'],
    en: [
      'The recipient cannot get international messages.',
      'Ask the recipient to have the carrier enable them, or use another number.',
    ],
  },
  SP_UNKNOWN_ERROR: {
    cause: 'platform',
    zh: ['运营商未知错误，短信可能已送达', '先请收件人确认是否收到，未收到再重发。'],
    en: [
      'Unknown error of the carrier; the message may have arrived.',
      'Ask the recipient first, and send again only if it has not.',
    ],
  },
  EXPIRED: {
    cause: 'platform',
    actor: 'recipient',
    repeat: 'later',
    zh: ['短信在运营商处过期，多因手机长时间不在网', '请收件人确认手机在网后重发。'],
    en: [
      'The message expired at the carrier, usually because the phone was unreachable.',
      'Send again when the recipient is reachable.',
    ],
  },
  PORT_NOT_REGISTERED: {
    cause: 'configuration',
    zh: ['签名尚未在运营商完成实名报备', '在短信控制台“签名管理”中查看报备状态，完成后再发送。'],
    en: [
      'The sign is not yet registered with the carrier under its real name.',
      'In the SMS console under Signatures look at the registration state, and send when it is done.',
    ],
  },

  // Status codes of China Mobile, in the meaning of its own list. Older receipts carry them; Aliyun
  // passes them on and no longer lists them.
  DELIVRD: DELIVERED,
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
  'MK:0010': SWITCHED_OFF,
  'MK:0023': SWITCHED_OFF,
  'DB:0142': NUMBER_LIMIT,
  'DB:0144': BLACK_LISTED,
  'IB:0008': {
    cause: 'quota',
    actor: 'aliyun',
    zh: ['运营商网关流控', '几分钟后重发；持续出现时降低发送速度。'],
    en: [
      "Flow control of the carrier's gateway.",
      'Send again after some minutes, and more slowly if it persists.',
    ],
  },
} satisfies Record<string, CatalogueEntry>;
