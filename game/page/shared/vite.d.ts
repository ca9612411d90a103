/** What the build tool adds to `import.meta`; written out here so that the pages need no ambient types of the tool. */
interface ImportMeta {
  /** Replaced at build time by one import for each matching file. */
  glob<T>(
    pattern: string | readonly string[],
    options: { readonly eager: true; readonly import?: string; readonly query?: string },
  ): Record<string, T>
  glob<T>(
    pattern: string | readonly string[],
    options?: { readonly import?: string; readonly query?: string },
  ): Record<string, () => Promise<T>>
}

declare module '*.css' {}
