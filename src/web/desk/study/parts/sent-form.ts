import type { Context } from 'hono'
import { readFormBody, type SentField } from '../../../../base/read-form.ts'
import { readBody } from '../../../shell/read-body.ts'

/** The fields of a form that may have a file; none of a body that is no form. Throws as `readBody` does. */
export async function sentForm(c: Context): Promise<readonly SentField[]> {
  const sent = readFormBody(await readBody(c), c.req.header('content-type') ?? '', 20)
  return sent.kind === 'form' ? sent.fields : []
}

/** The text of a field of a form; undefined where it has none of the name. */
export function textOf(fields: readonly SentField[], name: string): string | undefined {
  return fields.find((one) => one.name === name && one.file === undefined)?.value
}
