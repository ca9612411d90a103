/** A text in every language of the interface. */
export type Localized = { readonly id: string; readonly en: string }
