declare module 'pngjs' {
  type Picture = { readonly width: number; readonly height: number; readonly data: Buffer }
  export const PNG: {
    readonly sync: {
      /** Pixels of four bytes, eight bits each. @throws Error for what is no PNG */
      read(bytes: Buffer, options?: { readonly checkCRC?: boolean }): Picture
      write(
        picture: { readonly width: number; readonly height: number; readonly data: Uint8Array },
        options: { readonly colorType: 2 | 6; readonly deflateLevel: number; readonly filterType?: number },
      ): Buffer
    }
  }
}
