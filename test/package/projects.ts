/** The kinds of project that the package is used in. Each is a folder of its own in an installation. */
export interface Project {
  readonly name: string;
  readonly title: string;
  readonly type: "commonjs" | "module";
  readonly compilerOptions: Readonly<Record<string, unknown>>;
}

const STRICT = { strict: true, skipLibCheck: false, target: "ES2022", types: [], outDir: "out" };

export const PROJECTS: readonly Project[] = [
  {
    name: "template",
    title: "CDKTF's own template: CommonJS, resolved the node10 way",
    type: "commonjs",
    // As `cdktf init --template=typescript` of 0.21 writes it, but for tests and output.
    compilerOptions: {
      alwaysStrict: true,
      declaration: true,
      experimentalDecorators: true,
      inlineSourceMap: true,
      inlineSources: true,
      lib: ["es2018"],
      module: "CommonJS",
      noEmitOnError: true,
      noFallthroughCasesInSwitch: true,
      noImplicitAny: true,
      noImplicitReturns: true,
      noImplicitThis: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      resolveJsonModule: true,
      strict: true,
      strictNullChecks: true,
      strictPropertyInitialization: true,
      stripInternal: true,
      target: "ES2018",
      incremental: true,
      skipLibCheck: true,
      outDir: "out",
    },
  },
  {
    name: "commonjs-nodenext",
    title: "CommonJS, resolved the nodenext way",
    type: "commonjs",
    compilerOptions: { ...STRICT, module: "NodeNext" },
  },
  {
    name: "esm-nodenext",
    title: "ESM, resolved the nodenext way",
    type: "module",
    compilerOptions: { ...STRICT, module: "NodeNext" },
  },
  {
    name: "esm-bundler",
    title: "ESM, resolved the way bundlers do",
    type: "module",
    compilerOptions: { ...STRICT, module: "ESNext", moduleResolution: "Bundler" },
  },
];
