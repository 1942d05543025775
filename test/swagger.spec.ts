import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, PickType, SwaggerModule } from '@nestjs/swagger';
import { SendMessageDto } from 'nestjs-aliyun-sms';
import { expect, it } from 'vitest';

class OwnDto extends SendMessageDto {}
class PickedDto extends PickType(SendMessageDto, ['phoneList', 'outId']) {}

@Controller()
class MessagesController {
  @Post('messages')
  send(@Body() message: SendMessageDto) {
    return message;
  }

  @Post('own')
  sendOwn(@Body() message: OwnDto) {
    return message;
  }

  @Post('picked')
  sendPicked(@Body() message: PickedDto) {
    return message;
  }
}

@Module({ controllers: [MessagesController] })
class AppModule {}

it('SendMessageDto has its properties in Swagger', async () => {
  const app = await NestFactory.create(AppModule, { logger: false });
  const document = SwaggerModule.createDocument(app, new DocumentBuilder().build());
  await app.close();
  const { SendMessageDto: dto, OwnDto: own, PickedDto: picked } = document.components!.schemas!;
  expect(dto).toEqual({
    type: 'object',
    required: ['phoneList', 'params', 'verifyTemplateCode'],
    properties: {
      phoneList: {
        type: 'array',
        items: { type: 'string' },
        minItems: 1,
        maxItems: 1000,
        description: expect.stringContaining('recipients') as string,
        example: ['13800138000', '+85251234567'],
      },
      params: {
        type: 'object',
        additionalProperties: {
          oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }],
        },
        description: expect.stringContaining('template') as string,
        example: { code: '123456' },
      },
      verifyTemplateCode: {
        type: 'string',
        description: expect.stringContaining('template') as string,
        example: 'SMS_123456789',
      },
      verifySign: {
        type: 'string',
        description: expect.stringContaining('Signature') as string,
        example: '某某科技',
      },
      outId: {
        type: 'string',
        maxLength: 255,
        description: expect.stringContaining('id of this send') as string,
        example: 'order-1001',
      },
      smsUpExtendCode: {
        type: 'string',
        pattern: '^\\d{1,20}$',
        description: expect.stringContaining('replies') as string,
        example: '90999',
      },
    },
  });
  expect(own).toEqual(dto);
  expect(picked).toMatchObject({ type: 'object', required: ['phoneList'] });
  expect(Object.keys((picked as { properties: object }).properties)).toEqual([
    'phoneList',
    'outId',
  ]);
  expect(document.paths['/messages']!.post!.requestBody).toMatchObject({
    content: { 'application/json': { schema: { $ref: '#/components/schemas/SendMessageDto' } } },
  });
});
