import { IsNotEmpty, IsUrl } from 'class-validator';
import {
  ConfigField,
  SmsRejectedException,
  SmsType,
  type VendorMessage,
  VendorSms,
} from 'nestjs-aliyun-sms';

/** What an instance of the type is given; the console draws its form from it. */
class AcmeConfig {
  @ConfigField({ kind: 'text', title: { en: 'Address', zh: '地址' } })
  @IsUrl({ require_tld: false })
  url!: string;

  // A text of which nothing is said is a secret: the console never shows it.
  @IsNotEmpty()
  apiToken!: string;
}

/** A type of another vendor, here of one that takes JSON and answers with an id or an error. */
@SmsType('SMS.Acme', {
  config: AcmeConfig,
  title: { en: 'Acme SMS (example)', zh: 'Acme 短信（示例）' },
})
export class AcmeSms extends VendorSms<AcmeConfig> {
  protected async deliver({ phones, template, params, outId, signal }: VendorMessage) {
    const response = await this.fetch(this.config.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${this.config.apiToken}`,
      },
      body: JSON.stringify({ to: phones, template, params, reference: outId }),
      signal,
    });
    const { id, error } = (await response.json()) as { id: string; error?: string };
    if (error) throw new SmsRejectedException({ aliyunCode: error, aliyunMessage: 'Acme refused' });
    return { bizId: id };
  }
}
