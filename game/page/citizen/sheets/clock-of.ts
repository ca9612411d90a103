import { formatTime, type Text } from '../../shared/index.ts'

/** "09.00": the time at an office without its zone, where that is known or said beside. */
export function clockOf(iso: string, { language }: Pick<Text, 'language'>, timeZone: string | undefined): string {
  return formatTime(iso, language, timeZone).split('\u00a0')[0]
}
