import type { Receipt } from './receipt.wire.js';

export const WAITING: Receipt = Object.freeze({
  state: 'waiting',
  errCode: '',
  errMsg: '',
  reportedAt: null,
});

/** The unified codes and their texts (https://help.aliyun.com/document_detail/101347.html). */
export const RECEIPT_TEXTS: Readonly<Record<string, string>> = {
  DELIVERED: '用户接收成功',
  MOBILE_NOT_ON_SERVICE: '停机、空号、关机或不在服务区',
  INVALID_NUMBER: '号码状态异常',
  MOBILE_SEND_LIMIT: '单个号码达到发送上限',
  MOBILE_ACCOUNT_ABNORMAL: '用户账户异常',
  MOBILE_IN_BLACK: '手机号在黑名单中',
  MOBLLE_TERMINAL_ERROR: '手机终端问题',
  USER_REJECT: '用户已退订',
  CONTENT_KEYWORD: '内容关键字拦截',
  CONTENT_ERROR: '推广短信未带退订信息',
  NO_ROUTE: '未找到对应的通道',
  SP_NOT_BY_INTER_SMS: '收件人未开通国际短信功能',
  SP_UNKNOWN_ERROR: '运营商未知错误',
  REQUEST_SUCCESS: '请求成功但未收到运营商回执',
  EXPIRED: '短信在运营商处已过期',
  PORT_NOT_REGISTERED: '签名未完成实名报备',
};
