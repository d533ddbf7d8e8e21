// Gathers the raw text of each setting: from the variable itself, or from the file that NAME_FILE names
// (as container platforms hand over secrets). An empty variable counts as none. Types are not its matter.
import { readFileSync } from 'node:fs';
import { settingNames, type SettingName } from './settingsTable';

export interface GivenSettings {
  readonly given: Partial<Record<SettingName, string>>;
  readonly problems: readonly string[];
}

/** Those of them that are given neither by value nor by file. */
export const notGiven = <N extends SettingName>(env: NodeJS.ProcessEnv, names: readonly N[]): readonly N[] =>
  names.filter((name) => !env[name] && !env[`${name}_FILE`]);

export function gatherSettings(env: NodeJS.ProcessEnv): GivenSettings {
  const given: Partial<Record<SettingName, string>> = {};
  const problems: string[] = [];
  for (const name of settingNames) {
    const value = env[name];
    const file = env[`${name}_FILE`];
    if (value && file) problems.push(`${name} and ${name}_FILE are both set: keep one of them.`);
    else if (value) given[name] = value;
    else if (file) {
      try {
        const content = readFileSync(file, 'utf8').trim();
        if (content === '') problems.push(`${name}_FILE names an empty file.`);
        else given[name] = content;
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
        problems.push(`${name}_FILE names a file that cannot be read (${code}).`);
      }
    }
  }
  return { given, problems };
}
