/** A line of a log that tells of an error nobody expected: level 50 and above, an error that was only noted, what was never caught. */
const isError = (line: string): boolean => /"level":[56]0|"error":\{|[Uu]ncaught|[Uu]nhandled/.test(line)

/** Hears a server that logs from level `info` on. @param onError gets each line that tells of an error, shortened */
export function hearErrors(onError: (line: string) => void): (text: string) => void {
  let begun = ''
  return (text) => {
    const lines = (begun + text).split('\n')
    begun = lines.pop() ?? ''
    for (const line of lines.filter(isError)) onError(line.slice(0, 300))
  }
}
