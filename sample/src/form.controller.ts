import { Controller, Get, Header } from '@nestjs/common';
import { formPage } from './form.page.js';

@Controller()
export class FormController {
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  form(): string {
    return formPage;
  }
}
