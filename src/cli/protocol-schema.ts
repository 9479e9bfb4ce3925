import { type SchemaName, jsonSchemaOf } from '../study/protocol/read/json-schemas.ts'
import type { Terminal } from './terminal.ts'

/** Prints a published JSON Schema. */
export function protocolSchemaCommand(
  { stdout }: Pick<Terminal, 'stdout'>,
  name: SchemaName,
): void {
  stdout.write(`${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`)
}
