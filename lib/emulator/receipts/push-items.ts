import { chinaTime } from '../../common/china-time.js';
import type { EmulatorMessage } from '../model/message.wire.js';
import type { EmulatorReply } from '../model/reply.wire.js';
import type { ReviewState } from '../model/review.wire.js';
import type { EmulatorSign } from '../model/sign.wire.js';
import type { EmulatorTemplate } from '../model/template.wire.js';

/** https://help.aliyun.com/document_detail/101867.html */
export function smsReport({ receipt, ...message }: EmulatorMessage): object {
  return {
    phone_number: message.phoneNumber,
    send_time: chinaTime(message.receivedAt),
    report_time: chinaTime(receipt.reportedAt ?? message.receivedAt),
    success: receipt.state === 'delivered',
    err_code: receipt.errCode,
    err_msg: receipt.errMsg,
    sms_size: String(message.parts),
    biz_id: message.bizId,
    out_id: message.outId ?? '',
  };
}

/** https://help.aliyun.com/zh/sms/developer-reference/smsup-http */
export function smsUp(reply: EmulatorReply): object {
  return {
    phone_number: reply.phoneNumber,
    content: reply.content,
    send_time: chinaTime(reply.sentAt),
    dest_code: reply.destCode,
    sequence_id: reply.id.slice(1),
    sign_name: reply.signName,
  };
}

/** The states of a review in pushes. */
const PUSHED_STATUS = {
  reviewing: 'approving',
  approved: 'approved',
  rejected: 'rejected',
  cancelled: 'cancelled',
} satisfies Record<ReviewState, string>;

const TEMPLATE_TYPE = { 0: '验证码', 1: '短信通知', 2: '推广短信', 3: '国际/港澳台消息' } as const;

/** https://help.aliyun.com/document_detail/120999.htm */
export function templateSmsReport(template: EmulatorTemplate): object {
  return {
    template_type: TEMPLATE_TYPE[template.templateType],
    ...(template.reason && { reason: template.reason }),
    template_name: template.templateName,
    orderId: template.orderId,
    template_content: template.templateContent,
    template_status: PUSHED_STATUS[template.state],
    remark: template.remark,
    template_code: template.templateCode,
    create_date: chinaTime(template.createdAt),
  };
}

/** https://help.aliyun.com/document_detail/120998.html */
export function signSmsReport(sign: EmulatorSign): object {
  return {
    sign_source: String(sign.signSource),
    ...(sign.reason && { reason: sign.reason }),
    sign_name: sign.signName,
    orderId: sign.orderId,
    sign_status: PUSHED_STATUS[sign.state],
    remark: sign.remark,
    sign_scene: sign.signType === 0 ? '验证码' : '通用',
    create_date: chinaTime(sign.createdAt),
  };
}
