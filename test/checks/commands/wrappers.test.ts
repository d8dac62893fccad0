import { itPrints, told } from "./prints";
import { expect, it } from "vitest";

/** The pages of coreutils, util-linux, procps and findutils: the command that is started prints its words. */
itPrints(
  "programs that start another",
  [
    ["env printf '<%s>' a b", "<a><b>"],
    ["env A=b sh -c 'echo $A'", "b\n"],
    ["env -u A B=c sh -c 'echo $B'", "c\n"],
    ["env -i A=b sh -c 'echo $A'", "b\n"],
    ["env - A=b sh -c 'echo $A'", "b\n"],
    ["env -S 'printf a'", "a"],
    ["A=b; env A=c true; echo $A", "b\n"],
    ["A=b sh -c 'echo $A'", "b\n"],
    ["A=b; A=c true; echo $A", "b\n"],
    ["nohup printf a", "a"],
    ["nice printf a", "a"],
    ["nice -n 5 printf a", "a"],
    ["nice -5 printf a", "a"],
    ["nice --adjustment=5 printf a", "a"],
    ["timeout 5 printf a", "a"],
    ["timeout -s KILL 5 printf a", "a"],
    ["timeout -k 5 5 printf a", "a"],
    ["timeout --kill-after=5 5s printf a", "a"],
    ["timeout --preserve-status 5 printf a", "a"],
    ["stdbuf -oL printf a", "a"],
    ["stdbuf -o L printf a", "a"],
    ["setsid -w printf a", "a"],
    ["flock f printf a", "a"],
    ["flock -n f printf a", "a"],
    ["flock f -c 'printf a'", "a"],
    ["command printf a", "a"],
    ["builtin printf a", "a"],
    ["exec printf a", "a"],
    ["time printf a", "a"],
    ["env nice timeout 5 printf a", "a"],
    ["ionice -c 3 printf a", "a"],
    ["busybox printf a", "a"],
  ],
  { needs: ["busybox", "flock"] },
);

/** xargs(1) of findutils. */
itPrints("xargs", [
  ["echo a b | xargs printf '<%s>'", "<a><b>"],
  ["echo a b | xargs printf '<%s>' x", "<x><a><b>"],
  ["printf 'a\\nb\\n' | xargs printf '<%s>'", "<a><b>"],
  ["echo a | xargs -I{} printf '<%s>' 'x{}y'", "<xay>"],
  ["echo a | xargs -I {} printf '<%s>' {} {}", "<a><a>"],
  ["echo 'a b' | xargs -I{} printf '<%s>' {}", "<a b>"],
  ["echo a b | xargs -n 2 printf '<%s>'", "<a><b>"],
  ["echo a | xargs -i printf '<%s>' x{}y{}", "<xaya>"],
  ["echo a | xargs --replace=@ printf '<%s>' x@y", "<xay>"],
  ["echo a > f; xargs -a f printf '<%s>'", "<a>"],
  ["echo a > f; xargs --arg-file=f --max-args 1 printf '<%s>'", "<a>"],
  ["echo a | xargs -r printf '<%s>'", "<a>"],
  ["echo a | xargs", "a\n"],
  ["echo '\"a b\" c' | xargs printf '<%s>'", "<a b><c>"],
  ["printf %s \"$REGION\" | xargs printf '<%s>'", "<«?»>"],
]);

/** GNU make's manual; a recipe is shown unless it begins with `@` or `-s` is given. */
const MAKEFILE = `HOST := acme
URL = https://$(HOST)/token
export HOST
.PHONY: all
all: first second
\t@echo all
first:
\t@echo first
second: first
\t@printf '%s\\n' $(URL)
\t@echo $$HOST
two: ; @echo two
fail:
\t@false
\t@echo never
-include none.mk
secret:
\t@echo "$(CLIENT_SECRET)"
cond:
ifeq ($(HOST),acme)
\t@echo yes
endif
joined:
\t@echo a \\
\t  b
$(HOST):
\t@echo target
OUT ?= out
$(OUT)/%.txt: $(OUT)/.kept first
\t@echo '$*' '$@' '$<' '$^' '$(@D)' '$(@F)'
\${OUT}/.kept:
\t@echo kept
long: first \\
  two
\t@echo long
twice: two
twice: first
\t@echo twice
again:
\t@$(MAKE) -s two
`;
itPrints(
  "make",
  [
    ["make", "first\nhttps://acme/token\nacme\nall\n"],
    ["make first", "first\n"],
    ["make first all", "first\nhttps://acme/token\nacme\nall\n"],
    ["make second HOST=b", "first\nhttps://b/token\nb\n"],
    ["make -s first", "first\n"],
    ["make -sC sub", "sub\n"],
    ["make -s -f other.mk", "other\n"],
    ["make -sf other.mk", "other\n"],
    ["make -s --file=other.mk", "other\n"],
    ["make -s --directory=sub", "sub\n"],
    ["make two", "two\n"],
    ["make secret", "«secret»\n"],
    ["make joined", "a b\n"],
    ["make acme", "target\n"],
    ["make out/a.txt", "kept\nfirst\na out/a.txt out/.kept out/.kept first out a.txt\n"],
    ["make OUT=x x/b.txt", "kept\nfirst\nb x/b.txt x/.kept x/.kept first x b.txt\n"],
    ["make long", "first\ntwo\nlong\n"],
    ["make twice", "first\ntwo\ntwice\n"],
    ["make again", "two\n"],
  ],
  {
    files: { Makefile: MAKEFILE, "sub/Makefile": "all:\n\t@echo sub\n", "other.mk": "x:\n\t@echo other\n" },
    needs: ["make"],
  },
);

const RUNS = "curl -s https://sso.acme.example/oauth2/token -d a=b";

/** What starts a command elsewhere: docker run, kubectl exec, ssh, sudo. */
it.each([
  [`sudo ${RUNS}`],
  [`sudo -u a ${RUNS}`],
  [`sudo -E -H -u a ${RUNS}`],
  [`sudo A=b ${RUNS}`],
  [`doas -u a ${RUNS}`],
  [`su a -c '${RUNS}'`],
  [`ssh host ${RUNS}`],
  [`ssh -i key -o A=b -p 22 host '${RUNS}'`],
  [`ssh host <<< '${RUNS}'`],
  [`sshpass -p x ssh host '${RUNS}'`],
  [`docker run --rm alpine/curl ${RUNS.slice(5)}`],
  [`docker run --rm curlimages/curl:8.5.0 ${RUNS.slice(5)}`],
  [`docker run alpine sh -c '${RUNS}'`],
  [`docker exec web ${RUNS}`],
  [`kubectl exec pod -- ${RUNS}`],
  [`kubectl run x --image=curlimages/curl -- ${RUNS}`],
  [`docker run --rm -e A=b --entrypoint sh curlimages/curl:8.11.1 -c '${RUNS}'`],
  [`docker run -i --entrypoint=/bin/sh acme/tools -ec '${RUNS}'`],
  [`docker run --rm --entrypoint curl acme/tools:1 ${RUNS.slice(5)}`],
  [`docker --context ci container run --name sh -v "$PWD:/w" -w /w alpine:3 sh -c '${RUNS}'`],
  [`docker run -dit --init --name=curl acme/tools timeout 30 ${RUNS}`],
  [`docker run -eA=b -uroot -it acme bash -c '${RUNS}'`],
  [`docker compose -f ci.yaml run --rm -T --entrypoint sh tools -c '${RUNS}'`],
  [`docker-compose exec -T -u root web ${RUNS}`],
  [`docker exec -e A=b -w /tmp curl sh -c '${RUNS}'`],
  [`podman run --rm --replace --tls-verify=false --network host docker.io/library/alpine sh -c '${RUNS}'`],
  [`nerdctl run --rm curlimages/curl ${RUNS.slice(5)}`],
  [`kubectl exec -n ops deploy/web -c curl -- sh -c '${RUNS}'`],
  [`kubectl run x --rm -i --restart=Never --image=curlimages/curl --command -- sh -c '${RUNS}'`],
  [`kubectl exec pod sh -c '${RUNS}'`],
  [`npx -p tools -c '${RUNS}'`],
  [`npm exec --yes -- ${RUNS}`],
  [`pnpm --dir x dlx ${RUNS}`],
  [`poetry run ${RUNS}`],
  [`watch -n 5 ${RUNS}`],
  [`op run -- ${RUNS}`],
  [`doppler run --project x -- ${RUNS}`],
  [`aws-vault exec p -- ${RUNS}`],
  [`cmd /c ${RUNS}`],
  [`bash -lc '${RUNS}'`],
  [`bash --norc -c '${RUNS}'`],
  [`bash -o pipefail -c '${RUNS}'`],
  [`bash <<< '${RUNS}'`],
  [`echo '${RUNS}' | sh`],
  [`echo '${RUNS}' | bash -s -- a`],
  [`echo '${RUNS}' > x.sh; sh x.sh`],
  [`echo '${RUNS}' > x.sh; chmod +x x.sh; ./x.sh`],
])("%s prints an answer", (command) => {
  expect(told(command)).toBe("«response»");
});

/** What a container, or a program, is given is gone with it, and what it prints is not known. */
it.each([
  ["docker run -e A=b --env=B=c alpine sh -c 'echo $A$B'; echo $A", "bc\n«?»\n"],
  ["docker run --env-file ci.env alpine sh -c 'echo $A'", "b c\n"],
  ["kubectl run x --image=alpine --env=A=b -- sh -c 'echo $A'", "b\n"],
  ["A=b; docker run -e A alpine sh -c 'echo $A'", "b\n"],
  ["docker run acme/token", "«?»"],
])("%s", (command, printed) => {
  expect(told(command, { "ci.env": "# of CI\nA=b c\n" })).toBe(printed);
});
