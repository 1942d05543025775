/** A text in the two languages of our pages. */
export interface LocalizedText {
  zh: string;
  en: string;
}
