/**
 * Loaded before the tests (`--import`): the processes that they run in keep what Node made of these files, as the program
 * does, and start a quarter of a second sooner; and what is made once for all tests is looked up once.
 */
import { join } from 'node:path'

process.env['NODE_COMPILE_CACHE'] ??= join(
  import.meta.dirname,
  '../../node_modules/.cache/trialway',
)

if (process.execArgv.includes('--test')) (await import('./fixture-keys.ts')).shareFolders()
