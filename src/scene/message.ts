/** A sentence to be said in the reader's language: an id of the catalogues and its values, numbers not yet formatted. */
export interface Message {
  readonly id: string;
  readonly params: Readonly<Record<string, string | number>>;
}
