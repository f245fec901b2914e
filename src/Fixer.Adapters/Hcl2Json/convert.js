// Run by HashiCorpParser: reads lines from stdin, a JSON array of HCL texts each, and answers each with a line: an array of {"json": …} or {"error": "…"}.
// Ends with its input. Argument: the folder whose node_modules has the package.
const readline = require("node:readline");
const { parse } = require(process.argv[1] + "/node_modules/@cdktf/hcl2json");

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const answers = [];
    for (const text of JSON.parse(line)) {
      try {
        answers.push({ json: await parse("main.tf", text) });
      } catch (error) {
        answers.push({ error: String(error?.message ?? error) });
      }
    }
    process.stdout.write(JSON.stringify(answers) + "\n");
  }
  process.exit(0);
}

main();
