import pg from 'pg'

/** A database of PostgreSQL that one test after the other is given, and how it was before the first. */
export interface ReusedDatabase {
  readonly url: string
  readonly schema: string
  readonly rows: readonly RowsOf[]
}

interface RowsOf {
  readonly name: string
  readonly json: string
}

/** Remembers a database as it is now, with the few rows that it is made with. */
export async function rememberedAs(url: string): Promise<ReusedDatabase> {
  return withClient(url, async (client) => ({
    url,
    schema: await schemaOf(client),
    rows: await rowsOf(client),
  }))
}

/**
 * Brings a database back to how it was: ends who is still on it, and exchanges its rows. Answers false, and leaves it as
 * it is, where a test changed its tables, triggers or functions: then it is none to go on with.
 */
export async function isAsBefore({ url, schema, rows }: ReusedDatabase): Promise<boolean> {
  return withClient(url, async (client) => {
    await client.query(endOthers)
    if ((await schemaOf(client)) !== schema) return false
    await client.query(empty)
    for (const { name, json } of rows)
      await client.query(
        `insert into ${name} select * from json_populate_recordset(null::${name}, $1)`,
        [json],
      )
    return true
  })
}

/** Who is idle has nothing to lose and is on the way out: only others are waited for. */
const endOthers = `select pg_terminate_backend(pid, case when state = 'idle' then 0 else 5000 end)
  from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`

/** Past the triggers that keep the lines of the trail and the facts, which hold for who writes records. */
const empty = `set session_replication_role = replica;
do $$ declare named name; is_filled boolean; begin
  for named in select tablename from pg_tables where schemaname = 'public' loop
    execute format('select exists (select from %I)', named) into is_filled;
    if is_filled then execute format('delete from %I', named); end if;
  end loop;
end $$`

/** Other text after any change of what is declared. */
async function schemaOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<object>(declared)
  return JSON.stringify(rows)
}

const declared = [
  'class',
  'attribute',
  'constraint',
  'trigger',
  'proc',
  'namespace',
  'db_role_setting',
]
  .map((kind) => `select '${kind}' as kind, count(*), max(xmin::text::bigint) from pg_${kind}`)
  .join(' union all ')

async function rowsOf(client: pg.Client): Promise<RowsOf[]> {
  const tables = await client.query<{ tablename: string }>(
    `select tablename from pg_tables where schemaname = 'public'`,
  )
  const found: RowsOf[] = []
  for (const { tablename } of tables.rows) {
    const name = client.escapeIdentifier(tablename)
    const { rows } = await client.query<{ json: string | null }>(
      `select json_agg(found)::text as json from ${name} found`,
    )
    const [json] = rows
    if (json?.json) found.push({ name, json: json.json })
  }
  return found
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
