import type { CatalogueRow } from './catalogue-row.interface.js';

/** What a code's prefix proves: `isv.` is a refusal of the caller's input, `isp.` a fault of Aliyun. */
export const UNKNOWN_REFUSAL_ROW: CatalogueRow = {
  cause: 'unknown',
  repeat: 'no',
  zh: [
    '阿里云拒绝了请求，原因未收录',
    '在阿里云错误码文档（document_detail/101346）中查找该错误码，改正后再发送。',
  ],
  en: [
    'Aliyun refused the call for a reason that is not in this catalogue.',
    "Look the code up in Aliyun's list of error codes (document_detail/101346) and mend its cause before sending again.",
  ],
};

export const UNKNOWN_PLATFORM_ROW: CatalogueRow = {
  cause: 'platform',
  zh: ['阿里云平台错误，短信可能已发出', '先用 QuerySendDetails 按 OutId 查询，确认未发出再重发。'],
  en: [
    'Aliyun had a fault of its own; the message may have gone out.',
    'Look it up by OutId with QuerySendDetails, and send again only if it is not there.',
  ],
};

export const UNKNOWN_ROW: CatalogueRow = {
  cause: 'unknown',
  zh: [
    '未知错误码，短信可能已发出',
    '先用 QuerySendDetails 按 OutId 查询短信状态，再凭该错误码和 RequestId 向阿里云提交工单。',
  ],
  en: [
    'Unknown code; the message may have gone out.',
    'Look the message up by OutId with QuerySendDetails, then ask Aliyun in a ticket with this code and the RequestId.',
  ],
};
