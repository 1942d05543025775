import type { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';

export function printWelcome(port: number, emulator: AliyunSmsEmulator | undefined): void {
  const lines = [
    '',
    `  Form    表单   http://localhost:${port}`,
    `  Console 控制台 http://localhost:${port}/console`,
    emulator
      ? `  Inbox   收件箱 ${emulator.url}`
      : '  Aliyun  阿里云 dysmsapi.aliyuncs.com: these messages are real and cost money',
    `  Health  健康   http://localhost:${port}/health`,
    `  Metrics 指标   http://localhost:${port}/metrics`,
    '',
    '  Send one  发一条:',
    '',
    `  ${curlLine(port)}`,
    '',
    '  Ctrl-C stops it.',
    '',
  ];
  console.log(lines.join('\n'));
}

/** What went wrong at the start, in a form that says what to do. */
export function explainStartFailure(error: unknown): string {
  const { code, port, message } = error as { code?: string; port?: number; message?: string };
  if (code === 'EADDRINUSE') {
    const variable =
      port === Number(process.env['EMULATOR_PORT'] || 3001) ? 'EMULATOR_PORT' : 'PORT';
    return `Port ${port} is already in use. Choose another one: ${variable}=${(port ?? 3000) + 100} npm start`;
  }
  return `The sample could not start: ${message ?? String(error)}`;
}

function curlLine(port: number): string {
  const body = JSON.stringify({
    phoneList: ['13800138000'],
    params: { code: '123456' },
    verifyTemplateCode: 'SMS_123456789',
  });
  return `curl -X POST http://localhost:${port}/sms/login/messages -H 'Content-Type: application/json' -d '${body}'`;
}
