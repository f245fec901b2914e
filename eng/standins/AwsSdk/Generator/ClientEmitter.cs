namespace AwsSdk.Generator;

/// <summary>The client, its interface and its configuration, and what all requests and exceptions of the service derive from.</summary>
internal static class ClientEmitter
{
    public static Source Emit(Model model)
    {
        var client = $"Amazon{model.Client}Client";
        var config = $"Amazon{model.Client}Config";
        var source = new Source(
            model.Namespace, "System", "System.Net", "System.Threading", "System.Threading.Tasks", "Amazon.Runtime", "Amazon.Runtime.Endpoints",
            "Amazon.Runtime.Internal", "Fixer.AwsSdk", model.Namespace + ".Internal", model.Namespace + ".Model", model.Namespace + ".Model.Internal");
        source.Declaration($"public partial interface IAmazon{model.Client} : IAmazonService, IDisposable", () =>
        {
            if (PaginatorEmitter.IsNeeded(model))
                source.Line($"{PaginatorEmitter.Factory(model)} Paginators {{ get; }}");
            foreach (var operation in model.Operations)
                source.Line(Signature(operation) + ";");
            source.Line("Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);");
        });
        source.Declaration($"public partial class {client} : AmazonServiceClient, IAmazon{model.Client}", () =>
        {
            source.Line("static readonly IServiceMetadata metadata = new ServiceMetadata(" + Names.Literal(model["serviceId"]) + ");");
            source.Line($"public {client}() : this(new {config}()) {{ }}");
            source.Line($"public {client}(RegionEndpoint region) : this(new {config} {{ RegionEndpoint = region }}) {{ }}");
            source.Line($"public {client}({config} config) : base(config) {{ }}");
            source.Line($"public {client}(AWSCredentials credentials) : this(credentials, new {config}()) {{ }}");
            source.Line($"public {client}(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new {config} {{ RegionEndpoint = region }}) {{ }}");
            source.Line($"public {client}(AWSCredentials credentials, {config} clientConfig) : base(credentials, clientConfig) {{ }}");
            Keys(source, client, config, "string awsAccessKeyId, string awsSecretAccessKey", "awsAccessKeyId, awsSecretAccessKey");
            Keys(source, client, config, "string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken", "awsAccessKeyId, awsSecretAccessKey, awsSessionToken");
            if (PaginatorEmitter.IsNeeded(model))
                source.Line($"public {PaginatorEmitter.Factory(model)} Paginators => new {PaginatorEmitter.Factory(model).Substring(1)}(this);");
            source.Line("protected override IServiceMetadata ServiceMetadata => metadata;");
            foreach (var operation in model.Operations)
            {
                source.Line($"public virtual {Signature(operation)} =>");
                source.Indented(() => source.Line($"InvokeAsync<{operation.Name}Response>(request, Wire.{operation.Name}, cancellationToken);"));
            }
            source.Line("public Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>");
            source.Indented(() => source.Line("Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));"));
            source.Line($"protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => SigningPipeline.Customize(pipeline);");
            source.Line($"static ClientConfig IAmazonService.CreateDefaultClientConfig() => new {config}();");
            source.Line("static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>");
            source.Indented(() => source.Line($"new {client}(awsCredentials, ({config})clientConfig);"));
        });
        source.Declaration($"public partial class {config} : ClientConfig", () =>
        {
            source.Line($"static readonly string userAgent = Amazon.Util.Internal.InternalSDKUtils.BuildUserAgentString({Names.Literal(model["serviceId"])}, \"4.0.0\");");
            source.Block($"public {config}() : base(DefaultConfigurations.Provider)", () =>
            {
                source.Line($"base.ServiceId = {Names.Literal(model["serviceId"])};");
                source.Line($"AuthenticationServiceName = {Names.Literal(model["signingName"])};");
                source.Line($"EndpointProvider = new Amazon{model.Client}EndpointProvider();");
            });
            source.Line($"public static new string ServiceId => {Names.Literal(model["serviceId"])};");
            source.Line($"public override string RegionEndpointServiceName => {Names.Literal(model["endpointPrefix"])};");
            source.Line($"public override string ServiceVersion => {Names.Literal(model["apiVersion"])};");
            source.Line("public override string UserAgent => userAgent;");
            source.Line("public override Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>");
            source.Indented(() => source.Line("EndpointProvider.ResolveEndpoint(RegionalEndpointParameters.Of(this, parameters.AlternateEndpoint));"));
        });
        source.Declaration($"public partial class Amazon{model.Client}Request : AmazonWebServiceRequest", () => { });
        source.Declaration($"public partial class Amazon{model.Client}Exception : AmazonServiceException", () =>
            Constructors(source, $"Amazon{model.Client}Exception"));
        return source;
    }

    /// <summary>The constructors that every exception of the official packages has, and one for the failure read from a response.</summary>
    public static void Constructors(Source source, string exception)
    {
        source.Line($"public {exception}() {{ }}");
        source.Line($"public {exception}(string message) : base(message) {{ }}");
        source.Line($"public {exception}(string message, Exception innerException) : base(message, innerException) {{ }}");
        source.Line($"public {exception}(Exception innerException) : base(innerException) {{ }}");
        source.Line($"public {exception}(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)");
        source.Indented(() => source.Line(": base(message, innerException, errorType, errorCode, requestId, statusCode) { }"));
        source.Line($"public {exception}(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)");
        source.Indented(() => source.Line(": base(message, errorType, errorCode, requestId, statusCode) { }"));
        source.Line($"internal {exception}(Failure failure)");
        source.Indented(() => source.Line(": base(failure.Message, failure.Cause, failure.Type, failure.Code, failure.RequestId, failure.Status) { }"));
    }

    static void Keys(Source source, string client, string config, string parameters, string arguments)
    {
        source.Line($"public {client}({parameters}) : this({arguments}, new {config}()) {{ }}");
        source.Line($"public {client}({parameters}, RegionEndpoint region) : this({arguments}, new {config} {{ RegionEndpoint = region }}) {{ }}");
        source.Line($"public {client}({parameters}, {config} clientConfig) : base({arguments}, clientConfig) {{ }}");
    }

    static string Signature(Operation operation) =>
        $"Task<{operation.Name}Response> {operation.Name}Async({operation.Name}Request request, CancellationToken cancellationToken = default)";
}
