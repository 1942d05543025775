// Whether changed code still compiles: one language service for all mutants.
import { readFileSync } from 'node:fs';
import ts from 'typescript';

export function typeCheck(root) {
  const config = ts.getParsedCommandLineOfConfigFile(
    `${root}/tsconfig.json`,
    // Code that a mutant leaves unused is no error of types.
    { noUnusedLocals: false, noUnusedParameters: false, allowUnreachableCode: true },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  );
  const files = config.fileNames.filter((name) => name.startsWith(`${root}/lib/`));
  const changed = new Map();
  let revision = 0;
  const versions = new Map();
  const service = ts.createLanguageService({
    getCompilationSettings: () => config.options,
    getScriptFileNames: () => files,
    getScriptVersion: (name) => String(versions.get(name) ?? 0),
    getScriptSnapshot: (name) => {
      const text = changed.get(name) ?? (ts.sys.fileExists(name) ? readFileSync(name, 'utf8') : '');
      return ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    fileExists: (path) => ts.sys.fileExists(path),
    readFile: (path, encoding) => ts.sys.readFile(path, encoding),
    readDirectory: (...where) => ts.sys.readDirectory(...where),
    directoryExists: (path) => ts.sys.directoryExists(path),
    getDirectories: (path) => ts.sys.getDirectories(path),
  });
  const set = (name, text) => {
    if (text === undefined) changed.delete(name);
    else changed.set(name, text);
    versions.set(name, ++revision);
  };
  return {
    /** Checks the file alone: a changed body rarely changes the types that others see. */
    compiles(file, text) {
      const name = `${root}/${file}`;
      set(name, text);
      const errors = [
        ...service.getSyntacticDiagnostics(name),
        ...service.getSemanticDiagnostics(name),
      ].filter(({ category }) => category === ts.DiagnosticCategory.Error);
      set(name, undefined);
      return errors.length === 0;
    },
  };
}
