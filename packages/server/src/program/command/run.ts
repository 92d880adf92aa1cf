/** The command line: what can be asked, and how each command ends. */

import { Command, CommanderError } from 'commander'
import { Occupied, Unwritable } from '../folder.ts'
import { addMember, listSessions, removeMember, setRole, signOut } from './administer.ts'
import { backUp, restore } from './backup.ts'
import { compareTexts } from './compare.ts'
import { Ended, type ExitCode } from './exit.ts'
import { showBlame, showMoment } from './history.ts'
import { listMembers, makeLink, makeToken } from './member.ts'
import type { Outside } from './outside.ts'
import { writeRecord } from './record.ts'
import { serveUntilStopped } from './serve.ts'
import { exportText, importText, listTexts } from './text.ts'
import { verifyRecords } from './verify.ts'

/** Runs a command line. Every failure ends in a sentence on standard error and an exit code. */
export async function run(outside: Outside, words: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = 0
  const program = commandLine(outside, (found) => {
    code = found
  })
  try {
    await program.parseAsync([...words], { from: 'user' })
    return code
  } catch (error) {
    return ended(outside, error)
  }
}

function ended({ note }: Outside, error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof Ended || error instanceof Occupied || error instanceof Unwritable) {
    note(error.message)
    return error instanceof Ended ? error.code : 2
  }
  note(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return 1
}

function commandLine(outside: Outside, found: (code: ExitCode) => void): Command {
  const program = new Command('travaux')
    .description('Travaux, a treaty drafting tool. Works on the folder TRAVAUX_DATA (./data), or on a server.')
    .addHelpText('after', '\nExit codes: 0 done, 1 found something wrong, 2 asked wrongly.')
    .exitOverride()
    .configureOutput({ writeErr: (text) => outside.note(text.trimEnd()) })
  addServing(program, outside)
  addMembers(program, outside)
  addAdministration(program, outside)
  addTexts(program, outside)
  addHistory(program, outside)
  addBackup(program, outside, found)
  addVerify(program, outside, found)
  return program
}

function addServing(program: Command, outside: Outside): void {
  program
    .command('serve')
    .description('serve on PORT (8080); in an empty folder, make the demonstration body first')
    .action(() => serveUntilStopped(outside))
}

function addMembers(program: Command, outside: Outside): void {
  const json = ['--json', 'as JSON'] as const
  const member = ['--member <member>', 'id or name of the member'] as const
  onServer(program.command('members').description('list the members'))
    .option(...json)
    .action((options) => listMembers(outside, options))
  program
    .command('link')
    .description('a fresh sign-in link, for one use')
    .requiredOption(...member)
    .option(...json)
    .action((options) => makeLink(outside, options))
  program
    .command('token')
    .description('a bearer token for scripts')
    .requiredOption(...member)
    .option('--label <label>', 'what it is for')
    .option(...json)
    .action((options) => makeToken(outside, options))
}

function addAdministration(program: Command, outside: Outside): void {
  const member = program.command('member').description('add, change or remove a member; set its role in a text')
  onServer(member.command('add <id>').description('add a member, or change what is known of one'))
    .requiredOption('--name <name>', 'full name')
    .requiredOption('--delegation <delegation>', 'whom it speaks for')
    .requiredOption('--code <code>', 'short form of the delegation, such as ARC')
    .requiredOption('--role <role>', 'its role in the body, and in every text that there is')
    .action((id, options) => addMember(outside, id, options))
  onServer(member.command('remove <member>').description('sign it out everywhere and let it in no more')).action(
    (named, options) => removeMember(outside, named, options),
  )
  onServer(member.command('role <text> <member> <role>').description('set its role in a text, or none')).action(
    (text, named, role, options) => setRole(outside, { text, member: named, role }, options),
  )
  program
    .command('sessions')
    .description('where a member is signed in')
    .requiredOption('--member <member>', 'id or name of the member')
    .option('--json', 'as JSON')
    .action((options) => listSessions(outside, options))
  program
    .command('sign-out')
    .description('end one sign-in of a member, or all of them')
    .requiredOption('--member <member>', 'id or name of the member')
    .option('--session <id>', 'only this one')
    .action((options) => signOut(outside, options))
}

function addTexts(program: Command, outside: Outside): void {
  onServer(program.command('texts').description('list the texts and their versions'))
    .option('--json', 'as JSON')
    .action((options) => listTexts(outside, options))
  onServer(program.command('import <file>').description('make a text of a file; prints its id'))
    .option('--title <title>', 'title of the text')
    .option('--member <member>', 'who of the secretariat makes it')
    .option('--json', 'as JSON')
    .action((file, options) => importText(outside, file, options))
  onServer(program.command('export <text-or-version>').description('write a text or a version to a file'))
    .requiredOption('--to <file>', 'its extension names the kind')
    .action((id, options) => exportText(outside, id, options))
  onServer(program.command('compare <old> <new>').description('compare two files, texts or versions'))
    .option('--json', 'the whole comparison as JSON')
    .option('--stat', 'the counts alone')
    .option('--html <file>', 'write a report as a page that stands alone')
    .option('--md <file>', 'write a report as Markdown')
    .option('--docx <file>', 'write a report for Word (not yet)')
    .action((before, after, options) => compareTexts(outside, { old: before, new: after }, options))
}

function addHistory(program: Command, outside: Outside): void {
  onServer(program.command('at <text>').description('a text as it stood, as Markdown or to a file'))
    .option('--seq <entry>', 'after this entry of its record')
    .option('--time <time>', 'at this time, such as 2026-03-01T12:00Z')
    .option('--to <file>', 'its extension names the kind')
    .action((text, options) => showMoment(outside, text, options))
  onServer(program.command('blame <text>').description('who wrote and who deleted the words, clause by clause'))
    .option('--clause <clause>', 'of this clause only')
    .option('--json', 'as JSON')
    .action((text, options) => showBlame(outside, text, options))
  program
    .command('record <text>')
    .description('write the whole record of a text to a file, as JSON Lines with hashes')
    .requiredOption('--to <file>', 'the file')
    .action((text, options) => writeRecord(outside, text, options))
}

function addBackup(program: Command, outside: Outside, found: (code: ExitCode) => void): void {
  program
    .command('backup')
    .description('copy the record to a file, beside a server at work, and verify the copy')
    .requiredOption('--to <file-or-folder>', 'where to')
    .action(async (options) => found(await backUp(outside, options)))
  program
    .command('restore <file>')
    .description('bring back a record from a backup; a server at work changes over by itself')
    .action((file) => restore(outside, file))
}

function addVerify(program: Command, outside: Outside, found: (code: ExitCode) => void): void {
  program
    .command('verify [text-or-file]')
    .description('check the record of a text or in a file, or all records, and everything rebuilt from them')
    .option('--json', 'as JSON')
    .action(async (text, options) => found(await verifyRecords(outside, text, options)))
}

function onServer(command: Command): Command {
  return command
    .option('--server <url>', 'work on this server instead of the folder')
    .option('--token <token>', 'who you are, with --server')
}
