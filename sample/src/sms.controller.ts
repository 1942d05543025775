import { Body, Controller, NotFoundException, Param, Post } from '@nestjs/common';
import { SendMessageDto, type SendMessageResult, SmsRegistry } from 'nestjs-aliyun-sms';

@Controller('sms')
export class SmsController {
  constructor(private readonly registry: SmsRegistry) {}

  /** The body is checked by `sendMessage` itself, and SmsExceptionFilter answers what it throws. */
  @Post(':instance/messages')
  send(
    @Param('instance') name: string,
    @Body() message: SendMessageDto,
  ): Promise<SendMessageResult> {
    const names = this.registry.names();
    if (!names.includes(name)) {
      throw new NotFoundException(`There is no such SMS instance. There are: ${names.join(', ')}`);
    }
    return this.registry.get(name).sendMessage(message);
  }
}
