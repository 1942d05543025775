import { numbered } from './magic-number.js';

/** 1700000 0xxx: the SMS service refuses the call with HTTP 200. */
const REFUSALS: readonly [code: string, message: string, en: string][] = [
  ['isv.BUSINESS_LIMIT_CONTROL', '触发分钟级流控Permits:1', 'flow control, one a minute'],
  ['isv.BUSINESS_LIMIT_CONTROL', '触发小时级流控Permits:5', 'flow control, five an hour'],
  ['isv.BUSINESS_LIMIT_CONTROL', '触发天级流控Permits:10', 'flow control, ten a day'],
  [
    'isv.BUSINESS_LIMIT_CONTROL',
    '触发号码天级流控Permits:40',
    'flow control, forty a day to the number',
  ],
  ['isv.MOBILE_NUMBER_ILLEGAL', '17000000005invalid mobile number', 'number malformed'],
  ['isv.MOBILE_COUNT_OVER_LIMIT', '手机号码数量超过限制', 'too many numbers'],
  ['isv.BLACK_KEY_CONTROL_LIMIT', '黑名单管控', 'number black-listed'],
  ['isv.CUSTOMER_REFUSED', '用户已退订推广短信', 'recipient opted out'],
  ['isv.SMS_SIGNATURE_ILLEGAL', '签名不合法(不存在或被拉黑)', 'signature unknown or not approved'],
  [
    'isv.SMS_SIGNATURE_SCENE_ILLEGAL',
    '签名和模板类型不一致',
    'signature does not fit the template',
  ],
  ['isv.SMS_TEMPLATE_ILLEGAL', '模板不合法(不存在或被拉黑)', 'template unknown or not approved'],
  ['isv.TEMPLATE_MISSING_PARAMETERS', '模板变量缺少对应参数值', 'a variable has no value'],
  ['isv.TEMPLATE_PARAMS_ILLEGAL', '变量内容与变量属性不匹配', 'a value does not fit its variable'],
  ['isv.INVALID_JSON_PARAM', 'JSON参数不合法', 'TemplateParam is not JSON with string values'],
  [
    'isv.INVALID_PARAMETERS',
    'params must be [a-zA-Z0-9] for verification sms',
    'a parameter is malformed',
  ],
  ['isv.PARAM_LENGTH_LIMIT', '参数超过长度限制', 'a value is too long'],
  ['isv.PARAM_NOT_SUPPORT_URL', '变量不支持传入URL', 'a URL in a value'],
  ['isv.SMS_CONTENT_ILLEGAL', '短信内容包含禁止发送内容', 'forbidden content'],
  [
    'isv.DOMESTIC_NUMBER_NOT_SUPPORTED',
    '国际/港澳台消息模板不支持发送境内号码',
    'international template, domestic number',
  ],
  ['isv.DAY_LIMIT_CONTROL', '触发日发送限额', "the account's daily cap"],
  ['isv.MONTH_LIMIT_CONTROL', '触发月发送限额', "the account's monthly cap"],
  ['isv.AMOUNT_NOT_ENOUGH', '账户余额不足', 'no balance'],
  ['isv.OUT_OF_SERVICE', '业务停机', 'service stopped'],
  ['isv.PRODUCT_UN_SUBSCRIPT', '未开通云通信产品', 'SMS not activated'],
  ['isv.ACCOUNT_NOT_EXISTS', '账户不存在', 'no such account'],
  ['isv.ACCOUNT_ABNORMAL', '账户异常', 'account abnormal'],
  ['isv.DENY_IP_RANGE', '源IP地址所在的地区被禁用', 'source address outside the mainland'],
  ['isv.SMS_TEST_NUMBER_LIMIT', '只能向已回复授权信息的手机号发送', 'test mode, number not bound'],
  ['isp.RAM_PERMISSION_DENY', '没有访问权限', 'RAM user lacks the permission'],
  ['isp.SYSTEM_ERROR', '系统错误，请重新调用', 'platform error, outcome unknown'],
  ['isp.GATEWAY_ERROR', '调用发送应用模块失败', 'send module failed, outcome unknown'],
];

export const MAGIC_REFUSALS = numbered(
  0,
  REFUSALS.map(([code, message, en]) => ({
    title: { en: `${code}: ${en}`, zh: `${code}：${message}` },
    effect: { type: 'refuse', code, message },
  })),
);
