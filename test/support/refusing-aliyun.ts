import { type DynamicModule } from '@nestjs/common';
import { AliyunSmsModule } from 'nestjs-aliyun-sms';
import { KEYS } from './app.js';
import { type MisbehavingServer, respond, startMisbehavingServer } from './misbehaving-server.js';

/** What an Aliyun answers for a template code: HTTP status, code, text. */
const ANSWERS: Record<string, [number, string, string]> = {
  SMS_FLOW: [200, 'isv.BUSINESS_LIMIT_CONTROL', '触发小时级流控Permits:5'],
  SMS_BUSY: [200, 'isv.BUSINESS_LIMIT_CONTROL', '触发云通信流控限制'],
  SMS_MONTH: [200, 'isv.MONTH_LIMIT_CONTROL', '触发月发送限额'],
  SMS_NUMBER: [200, 'isv.MOBILE_NUMBER_ILLEGAL', 'invalid mobile number'],
  SMS_BLACK: [200, 'isv.BLACK_KEY_CONTROL_LIMIT', '黑名单管控'],
  SMS_CONTENT: [200, 'isv.SMS_CONTENT_ILLEGAL', '短信内容包含禁止发送内容'],
  SMS_SIGN: [200, 'isv.SMS_SIGNATURE_ILLEGAL', '签名不合法'],
  SMS_MONEY: [200, 'isv.AMOUNT_NOT_ENOUGH', '账户余额不足'],
  SMS_KEY: [404, 'InvalidAccessKeyId.NotFound', 'Specified access key is not found.'],
  SMS_500: [500, 'InternalError', 'internal'],
};

/** Answers as the template code of the request asks; is silent for codes that it does not know. */
export function startRefusingAliyun(): Promise<MisbehavingServer> {
  return startMisbehavingServer((socket, head) => {
    const [status, Code, Message] = ANSWERS[/TemplateCode=(\w+)/.exec(head)![1]!] ?? [];
    if (status) respond(socket, status, JSON.stringify({ Code, Message, RequestId: 'R-1' }));
  });
}

/** The default instance, which sends to this Aliyun, and one that finds nobody listening. */
export function refusedInstances(aliyun: MisbehavingServer): DynamicModule[] {
  return [
    AliyunSmsModule.forRoot({
      ...KEYS,
      verifySign: '某某科技',
      endpoint: aliyun.url,
      timeout: 150,
      retry: false,
      logging: false,
    }),
    AliyunSmsModule.forFeature({ name: 'unreachable', endpoint: 'http://127.0.0.1:9' }),
  ];
}

/** Words that concern the operator only. Nothing that leaves the process without `details` may hold one. */
export const OPERATORS_BUSINESS =
  /aliyun|阿里云|isv\.|余额|balance|top up|Expenses|签名|AccessKey|RequestId|R-1|127\.0\.0\.1|:9\b|unreachable|default|remedy|instance|console|stack|\.ts|\bat \//i;
