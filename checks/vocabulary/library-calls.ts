/** What a call does with what it is given, as far as it matters to a request. */
export type CallEffect =
  /** Shows it, on stdout or where errors go. */
  | "prints"
  | "logs"
  /** Starts a program, and fails with it or not. */
  | "starts"
  | "starts checked"
  /** Gives on what it is a method of, or what it is given. */
  | "passes"
  | "converts"
  /** Gives a file by its name, or what is in it. */
  | "opens"
  | "reads"
  /** Encodings. */
  | "makes a form"
  | "encodes a field"
  | "makes JSON"
  | "makes base64"
  /** Gives a variable of the environment. */
  | "environment"
  /** Gives the secret that a store has by a name. */
  | "fetches a secret"
  /** Makes a client for several requests. */
  | "client"
  /** Gives what the function gives that it is given, or calls it. */
  | "continues";

/** A call of a language's library. */
export interface LibraryCall {
  /** As a program writes it: whole (`json.dumps`), or the last name of it (`encode`). */
  readonly call: string;
  readonly does: CallEffect;
  readonly source: string;
}

const PYTHON = "https://docs.python.org/3/library/";
const MDN = "https://developer.mozilla.org/docs/Web/";
const GLOBALS = `${MDN}JavaScript/Reference/Global_Objects/`;
const NODE = "https://nodejs.org/api/";
const DOTNET = "https://learn.microsoft.com/dotnet/api/";

const calls = (does: CallEffect, source: string, names: string): LibraryCall[] =>
  names.split(" ").map((call) => ({ call, does, source }));
/** Members of one object. */
const members = (of: string, names: string): string =>
  names
    .split(" ")
    .map((name) => `${of}.${name}`)
    .join(" ");

export const LIBRARY_CALLS: readonly LibraryCall[] = [
  ...calls("prints", `${PYTHON}functions.html#print`, "print"),
  ...calls("prints", `${PYTHON}pprint.html`, "pprint pp pprint.pprint pprint.pp"),
  ...calls("prints", `${PYTHON}sys.html#sys.stdout`, "sys.stdout.write"),
  ...calls("logs", `${PYTHON}sys.html#sys.stderr`, "sys.stderr.write"),
  // A logger is called so by whoever makes it.
  ...["logging", "logger", "log", "LOG"].flatMap((logger) =>
    calls("logs", `${PYTHON}logging.html`, members(logger, "debug info warning warn error critical")),
  ),
  ...calls("prints", `${MDN}API/console`, members("console", "log info debug dir")),
  ...calls("logs", `${MDN}API/console`, members("console", "warn error")),
  ...calls("prints", `${NODE}process.html#processstdout`, "process.stdout.write"),
  ...calls("logs", `${NODE}process.html#processstderr`, "process.stderr.write"),

  ...calls("starts", `${PYTHON}subprocess.html`, members("subprocess", "run call Popen getoutput")),
  ...calls("starts checked", `${PYTHON}subprocess.html`, members("subprocess", "check_call check_output")),
  ...calls("starts", `${PYTHON}os.html`, "os.system os.popen"),
  ...["", "child_process."].flatMap((module) => [
    ...["exec", "execFile", "spawn", "spawnSync"].flatMap((name) =>
      calls("starts", `${NODE}child_process.html`, module + name),
    ),
    ...["execSync", "execFileSync"].flatMap((name) =>
      calls("starts checked", `${NODE}child_process.html`, module + name),
    ),
  ]),

  ...calls("passes", `${PYTHON}stdtypes.html#string-methods`, "encode strip rstrip lstrip lower upper"),
  ...calls("passes", `${PYTHON}stdtypes.html#bytes.decode`, "decode"),
  ...calls("passes", `${PYTHON}stdtypes.html#mapping-types-dict`, "copy items"),
  ...calls("passes", `${PYTHON}stdtypes.html#str.splitlines`, "splitlines"),
  ...calls("passes", `${PYTHON}io.html`, "read readlines"),
  ...calls("passes", `${PYTHON}pathlib.html#pathlib.Path.read_text`, "read_text"),
  ...calls("converts", `${PYTHON}functions.html`, "str bytes dict"),
  ...calls("passes", `${GLOBALS}String`, "trim toString toLowerCase"),
  ...calls("passes", `${MDN}API/Response`, "json text"),
  ...calls("converts", `${GLOBALS}String/String`, "String"),
  ...calls("converts", `${NODE}buffer.html#static-method-bufferfromstring-encoding`, "from"),
  ...calls("passes", `${DOTNET}system.string`, "ToString Trim"),
  ...calls("converts", `${DOTNET}system.text.encoding`, "GetBytes GetString"),
  ...calls("opens", `${PYTHON}functions.html#open`, "open"),
  ...calls("opens", `${PYTHON}pathlib.html#pathlib.Path`, "Path"),
  ...calls("opens", `${NODE}fs.html`, "createReadStream"),
  ...calls("reads", `${NODE}fs.html`, "readFileSync readFile"),

  ...calls("makes a form", `${PYTHON}urllib.parse.html#urllib.parse.urlencode`, "urlencode"),
  ...calls("makes a form", `${NODE}querystring.html`, "querystring.stringify"),
  ...calls("makes a form", "https://www.npmjs.com/package/qs", "qs.stringify"),
  ...calls("encodes a field", `${PYTHON}urllib.parse.html#urllib.parse.quote`, "quote quote_plus"),
  ...calls("encodes a field", `${GLOBALS}encodeURIComponent`, "encodeURIComponent"),
  ...calls("encodes a field", `${NODE}querystring.html#querystringescapestr`, "escape"),
  ...calls("encodes a field", `${DOTNET}system.uri.escapedatastring`, "EscapeDataString"),
  ...calls("encodes a field", `${DOTNET}system.web.httputility.urlencode`, "UrlEncode"),
  ...calls("makes JSON", `${PYTHON}json.html`, "dumps"),
  ...calls("makes JSON", `${GLOBALS}JSON/stringify`, "stringify"),
  ...calls("makes base64", `${PYTHON}base64.html`, "b64encode urlsafe_b64encode standard_b64encode encodebytes"),
  ...calls("makes base64", `${MDN}API/Window/btoa`, "btoa"),
  ...calls("makes base64", `${DOTNET}system.convert.tobase64string`, "ToBase64String"),

  ...calls("environment", `${PYTHON}os.html#os.getenv`, "os.getenv getenv"),
  ...calls("environment", `${PYTHON}os.html#os.environ`, "os.environ.get environ.get"),

  ...calls(
    "fetches a secret",
    "https://boto3.amazonaws.com/v1/documentation/api/latest/reference/services/secretsmanager/client/get_secret_value.html",
    "get_secret_value",
  ),
  ...calls(
    "fetches a secret",
    "https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/secrets-manager/command/GetSecretValueCommand/",
    "getSecretValue GetSecretValueCommand",
  ),
  ...calls(
    "fetches a secret",
    "https://boto3.amazonaws.com/v1/documentation/api/latest/reference/services/ssm/client/get_parameter.html",
    "get_parameter GetParameterCommand",
  ),
  ...calls(
    "fetches a secret",
    "https://cloud.google.com/python/docs/reference/secretmanager/latest/google.cloud.secretmanager_v1.services.secret_manager_service.SecretManagerServiceClient",
    "access_secret_version accessSecretVersion",
  ),
  ...calls(
    "fetches a secret",
    "https://learn.microsoft.com/python/api/azure-keyvault-secrets/azure.keyvault.secrets.secretclient",
    "get_secret getSecret",
  ),
  ...calls(
    "fetches a secret",
    "https://hvac.readthedocs.io/en/stable/usage/secrets_engines/kv_v2.html",
    "read_secret_version read_secret",
  ),
  ...calls(
    "client",
    "https://requests.readthedocs.io/en/latest/user/advanced/",
    "requests.Session requests.session Session",
  ),
  ...calls(
    "client",
    "https://www.python-httpx.org/advanced/clients/",
    "httpx.Client httpx.AsyncClient Client AsyncClient",
  ),
  ...calls("client", "https://docs.aiohttp.org/en/stable/client_reference.html", "aiohttp.ClientSession ClientSession"),
  ...calls("client", "https://axios-http.com/docs/instance", "axios.create"),
  ...calls("client", "https://github.com/sindresorhus/got", "got.extend"),

  ...calls("continues", `${GLOBALS}Promise`, "then finally"),
  ...calls("continues", `${GLOBALS}Array`, "map flatMap forEach filter"),
];

const EFFECTS = new Map<string, Set<CallEffect>>();
for (const { call, does } of LIBRARY_CALLS) EFFECTS.set(call, (EFFECTS.get(call) ?? new Set()).add(does));

/** Whether a call, by its whole symbol or by a name, is known to do so. */
export const callDoes = (call: string, does: CallEffect): boolean => EFFECTS.get(call)?.has(does) === true;
