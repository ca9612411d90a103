import type { Config } from './config.ts'
import type { RunningServer } from './start-server.ts'

/** What the one who started the server reads first: the addresses, and the first officer's password, once. */
export function announce(server: Pick<RunningServer, 'origins' | 'bootstrap'>, config: Pick<Config, 'isDemo' | 'isLan'>): string {
  const { origins, bootstrap } = server
  const [first] = origins
  const lines = ['', 'Balai', '']
  for (const origin of origins) lines.push(`  ${origin}/`)
  lines.push(
    '',
    `  ${first}/petugas   counters, for officers`,
    `  ${first}/admin     administrators`,
    `  ${first}/papan     display board`,
    `  ${first}/cek       checks a document`,
  )
  if (config.isDemo) lines.push(`  ${first}/demo/kode   one-time codes of this demonstration; DEMO=off turns it off`)
  if (config.isLan) lines.push('', '  The certificate is self-signed: browsers warn once on each device.')
  if (bootstrap !== null) {
    lines.push('', `  First officer: user ${bootstrap.username}, password ${bootstrap.password}`, '  Shown this once. Write it down.')
  }
  return `${lines.join('\n')}\n\n`
}
