import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { templates } from './templates.js';

/**
 * Without credentials in the environment an Aliyun of our own takes Aliyun's place: it is started
 * beside the app, and the environment is pointed at it before the app reads it.
 */
export async function startLocalAliyun(
  env: NodeJS.ProcessEnv,
  port: number,
): Promise<AliyunSmsEmulator | undefined> {
  if (env['ALIBABA_CLOUD_ACCESS_KEY_ID'] || env['ALIBABA_CLOUD_ACCESS_KEY_SECRET']) {
    return undefined;
  }
  const emulator = await AliyunSmsEmulator.start({ port, templates });
  const [account] = emulator.accounts;
  env['ALIBABA_CLOUD_ACCESS_KEY_ID'] = account!.accessKey;
  env['ALIBABA_CLOUD_ACCESS_KEY_SECRET'] = account!.accessSecret;
  env['ALIYUN_SMS_ENDPOINT'] = emulator.endpoint;
  env['ALIYUN_SMS_SIGN'] ||= '某某科技';
  return emulator;
}
