import type { Command } from 'commander'
import type { BackupOptions } from './backup.ts'
import type { EraseOptions } from './erase.ts'
import type { RestoreFlags } from './restore.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

type Shared = (command: Command) => Command

/** The commands that look after people's records. */
export function addRecords(program: Command, terminal: Terminal, common: Shared): void {
  addMigrate(program, terminal, common)
  addBackup(program, terminal, common)
  addRestore(program, terminal, common)
  addExport(program, terminal, common)
  addErase(program, terminal, common)
  addRotateKeys(program, terminal, common)
}

function addMigrate(program: Command, terminal: Terminal, common: Shared): void {
  common(program.command('migrate'))
    .description('bring the tables of the records up to this version; every start does the same')
    .action(async (options: CommonOptions) => {
      const { migrateCommand } = await import('./migrate.ts')
      await migrateCommand(terminal, options)
    })
}

function addBackup(program: Command, terminal: Terminal, common: Shared): void {
  common(program.command('backup'))
    .description('back up the records into one file, while the server goes on')
    .argument('<file>', 'a file that is not there yet')
    .option('--json', 'print what was done as JSON')
    .action(async (file: string, options: BackupOptions) => {
      const { backupCommand } = await import('./backup.ts')
      await backupCommand(terminal, file, options)
    })
}

function addRestore(program: Command, terminal: Terminal, common: Shared): void {
  common(program.command('restore'))
    .description('put a backup in the place of the records; stop the server first')
    .argument('<file>', 'a file that "trialway backup" made')
    .option('--replace', 'records that hold people are moved aside; without it they are kept')
    .option('--json', 'print what was done as JSON')
    .action(async (file: string, options: RestoreFlags) => {
      const { restoreCommand } = await import('./restore.ts')
      await restoreCommand(terminal, file, options)
    })
}

function addExport(program: Command, terminal: Terminal, common: Shared): void {
  common(program.command('export'))
    .description('print all that is held about one person, as JSON')
    .argument('<address>', 'the e-mail address; - reads it from standard input')
    .action(async (address: string, options: CommonOptions) => {
      const { exportCommand } = await import('./export.ts')
      await exportCommand(terminal, address, options)
    })
}

function addErase(program: Command, terminal: Terminal, common: Shared): void {
  common(program.command('erase'))
    .description('erase a person with all that hangs on them')
    .argument('<address>', 'the e-mail address; - reads it from standard input')
    .option('--yes', 'needed: what is erased cannot be brought back')
    .action(async (address: string, options: EraseOptions) => {
      const { eraseCommand } = await import('./erase.ts')
      await eraseCommand(terminal, address, options)
    })
}

function addRotateKeys(program: Command, terminal: Terminal, common: Shared): void {
  common(program.command('rotate-keys'))
    .description('wrap everybody’s key with a new one, while the server goes on')
    .action(async (options: CommonOptions) => {
      const { rotateKeysCommand } = await import('./rotate-keys.ts')
      await rotateKeysCommand(terminal, options)
    })
}
