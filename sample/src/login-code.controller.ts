import { randomInt } from 'node:crypto';
import { Body, Controller, Post, ValidationPipe } from '@nestjs/common';
import { AliyunSms, InjectSms, IsSmsPhone } from 'nestjs-aliyun-sms';

class LoginCodeRequest {
  @IsSmsPhone()
  phone!: string;
}

/**
 * A route that anybody may call. The caller chooses the number and nothing else: a route that took the text from
 * outside would send the messages of strangers at your cost. The instance `code` has `limits`, which count
 * numbers; a guard or `@nestjs/throttler` in front of it has to count callers.
 */
@Controller('login-codes')
export class LoginCodeController {
  constructor(@InjectSms('code') private readonly sms: AliyunSms) {}

  @Post()
  async send(
    @Body(new ValidationPipe({ whitelist: true })) { phone }: LoginCodeRequest,
  ): Promise<{ sent: true }> {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    // Here an application keeps the code with the number, to compare it with what the person types.
    await this.sms.sendMessage({
      phoneList: [phone],
      params: { code },
      verifyTemplateCode: 'SMS_123456789',
    });
    return { sent: true };
  }
}
