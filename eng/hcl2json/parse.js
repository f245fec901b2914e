// Parses files with HashiCorp's HCL parser: prints a JSON object of each path and "ok", or what is wrong.
// Arguments: files, or @list, a file that names one in each line.
const fs = require("node:fs");
const { parse } = require("@cdktf/hcl2json");

async function main() {
  const paths = process.argv.slice(2).flatMap((argument) =>
    argument.startsWith("@") ? fs.readFileSync(argument.slice(1), "utf8").split("\n").filter(Boolean) : [argument]);
  const results = {};
  for (const path of paths) {
    try {
      await parse(path, fs.readFileSync(path, "utf8"));
      results[path] = "ok";
    } catch (error) {
      results[path] = String(error.message ?? error);
    }
  }
  process.stdout.write(JSON.stringify(results), () => process.exit(0));
}

main();
