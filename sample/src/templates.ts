/** What the local Aliyun knows from the start, so that a message reads as it would on a phone. */
export const templates = [
  {
    templateCode: 'SMS_123456789',
    templateName: '登录验证码',
    templateType: 0,
    templateContent: '您的验证码为${code}，5分钟内有效，请勿告知他人。',
  },
  {
    templateCode: 'SMS_ORDER_NOTIFY',
    templateName: '发货通知',
    templateType: 1,
    templateContent: '您的订单${orderNo}已发货，金额${amount}元，送往${address}。',
  },
  {
    templateCode: 'SMS_SYSTEM_NOTICE',
    templateName: '维护公告',
    templateType: 1,
    templateContent: '系统将于${time}进行维护，请提前保存。',
  },
] as const;
