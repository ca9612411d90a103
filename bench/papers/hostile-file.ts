/** A file that must be refused, whatever it is called. */
export type HostileFile = { readonly name: string; readonly bytes: Uint8Array }
