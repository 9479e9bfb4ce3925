import { readFileSync, writeFileSync } from 'node:fs'

/** A name that only one process knows, and what it means at the moment. */
export interface NameFile {
  readonly name: string
  /** Put in front of a command, it makes the command look names up in this file. */
  readonly under: readonly string[]
  set(address: string): void
}

/** Written in the place of `/etc/hosts` for one process, which needs root. */
export function nameFile(path: string): NameFile {
  const name = 'records.trialway.test'
  const usual = readFileSync('/etc/hosts', 'utf8')
  return {
    name,
    under: ['unshare', '-m', 'sh', '-c', 'mount --bind "$0" /etc/hosts && exec "$@"', path],
    // The same file in place: a new one would not be under the name that is mounted.
    set: (address) => writeFileSync(path, `${usual}\n${address} ${name}\n`),
  }
}
