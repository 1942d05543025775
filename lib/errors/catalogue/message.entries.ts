import type { CatalogueEntry } from './sms-error-description.interface.js';

/**
 * Results of a call that sends: parameters, content, phone numbers, flow control, and errors of
 * the SMS service.
 *
 * Source: https://help.aliyun.com/document_detail/101346.html
 */
export const MESSAGE_ENTRIES = {
  OK: {
    cause: 'none',
    zh: ['已受理', '无需处理。受理不等于送达，送达结果以回执或发送详情为准。'],
    en: [
      'Accepted.',
      'Nothing to do. Accepted is not delivered: the receipt or QuerySendDetails tells that.',
    ],
  },
  'isv.INVALID_PARAMETERS': {
    cause: 'parameter',
    zh: [
      '参数格式不正确',
      '对照接口文档检查各参数的格式；验证码模板的变量只能是 4 至 6 位字母或数字。',
    ],
    en: [
      'A parameter has the wrong form.',
      'Compare the parameters with the API page; the value of a verification template is 4 to 6 letters or digits.',
    ],
  },
  PARAMS_ILLEGAL: {
    cause: 'parameter',
    zh: ['参数错误', '检查模板变量的内容和类型，改正后作为新短信发送。'],
    en: [
      'A parameter is wrong.',
      'Check contents and types of the template variables, and send a corrected message.',
    ],
  },
  'isv.SMS_CONTENT_ILLEGAL': {
    cause: 'content',
    zh: [
      '短信内容包含禁止发送的内容',
      '去掉变量中的违禁词、联系方式和链接；如固定内容违规，修改模板后重新申请。',
    ],
    en: [
      'The text contains forbidden content.',
      'Remove forbidden words, contact details and links from the values; if the fixed text is at fault, have a changed template approved.',
    ],
  },
  'isv.UNSUPPORTED_CONTENT': {
    cause: 'content',
    zh: [
      '短信内容含有不支持的字符',
      '去掉变量中的繁体字、emoji、生僻字和特殊符号（如【】★→），改用常用汉字、字母和数字。',
    ],
    en: [
      'The text contains unsupported characters.',
      'Remove traditional characters, emoji, rare characters and signs such as 【】★→ from the values.',
    ],
  },
  'isv.SMS_CONTENT_MISMATCH_TEMPLATE_TYPE': {
    cause: 'content',
    zh: [
      '短信内容与模板类型不符',
      '验证码和通知模板中不能出现营销内容：去掉变量中的营销文字，或申请推广短信模板。',
    ],
    en: [
      "The text does not match the template's kind.",
      'Take marketing words out of the values of a verification or notification template, or apply for a promotion template.',
    ],
  },
  'isv.MOBILE_NUMBER_ILLEGAL': {
    cause: 'parameter',
    zh: [
      '手机号码格式错误',
      '中国内地号码传 11 位数字（可带 +86 前缀）；国际及港澳台号码传国家码加号码，不带加号。',
    ],
    en: [
      'A phone number has the wrong format.',
      'Pass 11 digits (or +86 and 11 digits) for mainland China, and country code and number without plus for others.',
    ],
  },
  'isv.MOBILE_COUNT_OVER_LIMIT': {
    cause: 'parameter',
    zh: [
      '手机号码数量超过限制',
      '拆分号码：SendSms 每次最多 1000 个，SendBatchSms 每次最多 100 个。',
    ],
    en: [
      'Too many phone numbers in one call.',
      'Split the list: at most 1,000 for SendSms and 100 for SendBatchSms.',
    ],
  },
  'isv.DOMESTIC_NUMBER_NOT_SUPPORTED': {
    cause: 'parameter',
    zh: [
      '国际/港澳台消息模板不支持发送境内号码',
      '境内号码改用国内消息模板发送，不要与境外号码混在同一次调用中。',
    ],
    en: [
      'An international template cannot reach a mainland number.',
      'Send mainland numbers with a domestic template, in a call without foreign numbers.',
    ],
  },
  'isv.EXTEND_CODE_ERROR': {
    cause: 'parameter',
    zh: ['相同的扩展码不能用于多个签名', '为每个签名使用各自的上行扩展码，或不传扩展码。'],
    en: [
      'One extension code was used with several signs.',
      'Use a different extension code for each sign, or none.',
    ],
  },
  'isv.ONE_CODE_MULTIPLE_SIGN': {
    cause: 'parameter',
    zh: [
      '扩展码已对应另一个签名（一码多签）',
      '换一个未被使用的扩展码，或用该扩展码原来对应的签名发送。',
    ],
    en: [
      'The extension code belongs to another sign.',
      'Use an unused extension code, or send with the sign that this code belongs to.',
    ],
  },
  'isv.CODE_EXCEED_LIMIT': {
    cause: 'quota',
    actor: 'account-owner',
    repeat: 'no',
    zh: ['自拓扩展码个数已达上限', '复用已有的扩展码，或在阿里云提交工单提高上限。'],
    en: [
      'The account has used up its own extension codes.',
      'Reuse an existing extension code, or open a ticket with Aliyun to raise the number.',
    ],
  },
  'isv.CODE_ERROR': {
    cause: 'parameter',
    zh: ['传入的扩展码不可用', '换一个纯数字的扩展码，或不传扩展码。'],
    en: [
      'The extension code cannot be used.',
      'Pass another extension code of digits only, or none.',
    ],
  },
  'isv.BLACK_KEY_CONTROL_LIMIT': {
    cause: 'recipient',
    actor: 'account-owner',
    zh: [
      '号码在黑名单中，或变量含有管控内容',
      '不要再向该号码发送；机主确需接收时，由账号负责人向阿里云提交工单核实解除。',
    ],
    en: [
      'The number is black-listed, or a value holds controlled content.',
      'Stop sending to this number; if its owner wants the message, open a ticket with Aliyun to have it released.',
    ],
  },
  'isv.CUSTOMER_REFUSED': {
    cause: 'recipient',
    zh: ['用户已退订推广短信', '从推广名单中移除该号码；只有用户重新订阅后才能再发送。'],
    en: [
      'The recipient has opted out of promotion.',
      'Take the number off the promotion list until its owner subscribes again.',
    ],
  },
  'isv.BUSINESS_LIMIT_CONTROL': {
    cause: 'quota',
    zh: [
      '触发号码级流控',
      '等待窗口过去再发：同一签名对同一号码的验证码默认每分钟 1 条、每小时 5 条、每天 10 条；企业账号可在控制台“通用设置”中调整或添加白名单。',
    ],
    en: [
      'Flow control for this number.',
      'Wait until the window has passed (by default 1 a minute, 5 an hour, 10 a day for codes of one sign to one number); an enterprise account can change it or white-list numbers in the SMS console under General Settings.',
    ],
  },
  'isv.DAY_LIMIT_CONTROL': {
    cause: 'quota',
    actor: 'account-owner',
    zh: [
      '已达到账号的日发送限额',
      '次日（北京时间零点后）再发，或在控制台“通用设置”中提高日发送限额。',
    ],
    en: [
      "The account's daily limit is reached.",
      'Send after midnight, China time, or raise the daily limit in the SMS console under General Settings.',
    ],
  },
  'isv.MONTH_LIMIT_CONTROL': {
    cause: 'quota',
    actor: 'account-owner',
    repeat: 'no',
    zh: ['已达到账号的月发送限额', '在短信控制台“通用设置”中提高月发送限额，否则须等到下月。'],
    en: [
      "The account's monthly limit is reached.",
      'Raise the monthly limit in the SMS console under General Settings; otherwise it ends with the month.',
    ],
  },
  'isp.SYSTEM_ERROR': {
    cause: 'platform',
    zh: [
      '阿里云系统错误，短信可能已发出',
      '先用 QuerySendDetails 按 OutId 查询，确认未发出再重发。',
    ],
    en: [
      'Aliyun had a system error; the message may have gone out.',
      'Look it up by OutId with QuerySendDetails, and send again only if it is not there.',
    ],
  },
  'isp.GATEWAY_ERROR': {
    cause: 'platform',
    zh: [
      '阿里云调用发送模块失败，短信可能已发出',
      '先用 QuerySendDetails 按 OutId 查询，确认未发出再重发。',
    ],
    en: [
      "Aliyun's send module failed; the message may have gone out.",
      'Look it up by OutId with QuerySendDetails, and send again only if it is not there.',
    ],
  },
  IS_CLOSE: {
    cause: 'platform',
    repeat: 'later',
    zh: ['短信下发时通道被关停', '几分钟后重发；持续出现时向阿里云提交工单。'],
    en: [
      'The channel was closed when the message was to leave.',
      'Send again after some minutes; open a ticket with Aliyun if it persists.',
    ],
  },
  FILTER: {
    cause: 'content',
    zh: ['短信因关键字被拦截', '去掉变量中的敏感词后重新发送；如为固定内容，修改模板并重新申请。'],
    en: [
      'A keyword filter stopped the message.',
      'Remove sensitive words from the values; if the fixed text is at fault, have a changed template approved.',
    ],
  },
} satisfies Record<string, CatalogueEntry>;
