import { Body, Controller, Param, Post, UseFilters, UseGuards } from '@nestjs/common';
import {
  SendMessageDto,
  type SendMessageResult,
  SmsExceptionFilter,
  SmsRegistry,
} from 'nestjs-aliyun-sms';
import { ThisMachineGuard } from './this-machine.guard.js';

/**
 * A tool for the developer: it takes whole messages for any number, so it must never be open to others. Hence the
 * guard, and hence `details`, which shows what only the operator should read. For a route that anybody may call
 * see login-code.controller.ts.
 */
@Controller('sms')
@UseGuards(ThisMachineGuard)
@UseFilters(new SmsExceptionFilter({ details: true }))
export class SmsController {
  constructor(private readonly registry: SmsRegistry) {}

  /** `sendMessage` checks the body itself, and the filter answers what it throws, 404 for an unknown instance. */
  @Post(':instance/messages')
  send(
    @Param('instance') name: string,
    @Body() message: SendMessageDto,
  ): Promise<SendMessageResult> {
    return this.registry.get(name).sendMessage(message);
  }
}
