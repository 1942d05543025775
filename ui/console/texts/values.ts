/** Gives a value of an error as text. */
export type Values = (name: string) => string;
