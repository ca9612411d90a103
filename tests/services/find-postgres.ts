import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'

/** A PostgreSQL on this machine, with a database of its own for the tests. */
export type TestPostgres = {
  /** The URL of a new, empty schema. */
  newSchema(): Promise<string>
  /** Ends every connection to the database but the one that asks, as a restart of the server would. */
  cutConnections(): Promise<void>
  run(url: string, sql: string): Promise<void>
  close(): Promise<void>
}

/** The one that TEST_DATABASE_URL names, the machine's own, or a new cluster in a temporary folder. null: there is none to be had. */
export async function findPostgres(): Promise<TestPostgres | null> {
  for (const url of [process.env.TEST_DATABASE_URL, 'postgres://postgres@127.0.0.1:5432/postgres']) {
    if (url !== undefined && (await answers(url))) return useServer(url, () => undefined)
  }
  const cluster = startCluster()
  return cluster === null ? null : useServer(cluster.url, cluster.stop)
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

async function useServer(url: string, stop: () => void): Promise<TestPostgres> {
  const name = `balai_test_${process.pid}_${Date.now()}`
  const server = new Client({ connectionString: url })
  await server.connect()
  await server.query(`create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const database = new Client({ connectionString: own.href })
  await database.connect()
  let schemas = 0
  return {
    async newSchema() {
      const schema = `store_${++schemas}`
      await database.query(`create schema ${schema}`)
      const its = new URL(own)
      its.searchParams.set('options', `-c search_path=${schema}`)
      return its.href
    },
    async cutConnections() {
      await server.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and application_name = 'balai'`)
    },
    async run(url, sql) {
      const client = new Client({ connectionString: url })
      await client.connect()
      await client.query(sql)
      await client.end()
    },
    async close() {
      await database.end()
      await server.query(`drop database ${name} with (force)`)
      await server.end()
      stop()
    },
  }
}

/** A cluster of Debian's packages, run by the user postgres where this process is root, which PostgreSQL refuses. */
function startCluster(): { readonly url: string; readonly stop: () => void } | null {
  const versions = '/usr/lib/postgresql'
  const version = existsSync(versions) ? readdirSync(versions).sort().at(-1) : undefined
  if (version === undefined) return null
  const bin = join(versions, version, 'bin')
  const folder = mkdtempSync(join(tmpdir(), 'balai-postgres-'))
  const account = process.getuid?.() === 0 ? readAccount('postgres') : undefined
  if (account === null) return null
  if (account !== undefined) chownSync(folder, account.uid, account.gid)
  const data = join(folder, 'data')
  const port = 20_000 + (process.pid % 20_000)
  const run = (command: string, ...args: string[]): boolean =>
    spawnSync(join(bin, command), args, { ...account, stdio: 'ignore' }).status === 0
  const stop = (): void => {
    run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
    rmSync(folder, { recursive: true, force: true })
  }
  const isUp =
    run('initdb', '-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8') &&
    run('pg_ctl', '-D', data, '-w', '-o', `-p ${port} -h 127.0.0.1 -k ${folder}`, '-l', join(folder, 'log'), 'start')
  if (isUp) return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop }
  stop()
  return null
}

function readAccount(name: string): { readonly uid: number; readonly gid: number } | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${name}:`))
  if (line === undefined) return null
  const [, , uid, gid] = line.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}
