import { createContext, type ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language, Translate } from './translate.ts'

/** The language of a tree of components and its sentences. */
export type Text = { readonly language: Language; readonly t: Translate }

const TextContext = createContext<Text>({ language: 'id', t: (key) => key })

/** Hands the language down. */
export function TextProvider(props: { text: Text; children: ComponentChildren }) {
  return <TextContext.Provider value={props.text}>{props.children}</TextContext.Provider>
}

/** The language and sentences of the tree that this component stands in. */
export function useText(): Text {
  return useContext(TextContext)
}
