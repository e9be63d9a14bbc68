"""What the documents announce: sizes of shapes and enumerations, parameters, bodies, bounds."""

# Members of a shape and how many are required; values of an enumeration.
SHAPES = {
    "Gateway": (25, 8),
    "GuardrailCategories": (14, 0),
    "EvaluationType": (8, 8),
    "Log": (19, 10),
    "LogDetail": (25, 10),
    "LogsInfo": (14, 0),
    "Dataset": (7, 7),
    "Evaluation": (9, 9),
    "EvaluationDataset": (9, 9),
    "EvaluationResult": (9, 9),
    "AccountRoute": (9, 9),
    "Route": (8, 8),
    "RouteContent": (6, 6),
    "RouteVersionDetail": (9, 9),
    "ProviderConfig": (10, 8),
    "CreditBalance": (5, 4),
    "TopupConfig": (5, 5),
    "Invoice": (14, 4),
    "InvoicePreview": (9, 9),
    "InvoiceLine": (7, 6),
    "Topup": (5, 3),
    "Annotation": (8, 7),
}
VALUES = {
    "LogFilterKey": 23,
    "LogFilterOperator": 5,
    "LogDeletionOrder": 11,
    "LogOrder": 6,
    "DatasetFilterKey": 13,
    "DatasetFilterOperator": 4,
    "InvoiceStatus": 5,
    "AnnotationDataSource": 25,
    "AnnotationEventType": 6,
    "Normalization": 8,
}

# Query parameters by operation: name, type, `!` when required.
QUERIES = {
    "listGateways": "page:number per_page:number search:string",
    "listEvaluationTypes": "order_by:string order_by_direction:SortDirection page:number"
    " per_page:number",
    "listLogs": "cached:boolean direction:SortDirection end_date:date-time feedback:integer"
    " filters:[LogFilter] max_cost:number max_duration:number max_tokens_in:number"
    " max_tokens_out:number max_total_tokens:number meta_info:boolean min_cost:number"
    " min_duration:number min_tokens_in:number min_tokens_out:number min_total_tokens:number"
    " model:string model_type:string order_by:LogOrder order_by_direction:SortDirection"
    " page:number per_page:number provider:string request_content_type:string"
    " response_content_type:string search:string start_date:date-time success:boolean",
    "deleteLogs": "filters:[LogFilter] limit:number order_by:LogDeletionOrder"
    " order_by_direction:SortDirection",
    "listDatasets": "enable:boolean name:string page:number per_page:number search:string",
    "listEvaluations": "name:string page:integer per_page:integer processed:boolean search:string",
    "listRoutes": "page:integer per_page:integer",
    "listRouteDeployments": "page:integer per_page:integer",
    "listRouteVersions": "page:integer per_page:integer",
    "listProviderConfigs": "page:number per_page:number",
    "getUsageHistory": "value_grouping_window:UsageWindow! end_time:number start_time:number",
    "getInvoiceHistory": "type:InvoiceType",
    "getInferenceSummary": "asn:[string] continent:[string] dateEnd:[date-time] dateRange:[string]"
    " dateStart:[date-time] format:SummaryFormat limitPerGroup:integer location:[string]"
    " name:[string]",
}

# Members of a request's body: name, type, `!` when required, `+` when beyond the documents.
BODIES = {
    "createGateway": "id:string! cache_invalidate_on_update:boolean! cache_ttl:number|null!"
    " collect_logs:boolean! rate_limiting_interval:number|null! rate_limiting_limit:number|null!"
    " authentication:boolean log_management:number log_management_strategy:LogManagementStrategy"
    " logpush:boolean logpush_public_key:string rate_limiting_technique:RateLimitingTechnique"
    " retry_backoff:RetryBackoff retry_delay:number retry_max_attempts:number"
    " workers_ai_billing_mode:WorkersAIBillingMode zdr:boolean byok_only:boolean+ dlp:DLPSettings+"
    " guardrails:Guardrails+ log_classification:boolean+ otel:[OtelExporter]+"
    " spend_limits:SpendLimits+ store_id:string+ stripe:StripeUsage+",
    "updateGateway": "cache_invalidate_on_update:boolean! cache_ttl:number|null!"
    " collect_logs:boolean! rate_limiting_interval:number|null! rate_limiting_limit:number|null!"
    " authentication:boolean dlp:DLPSettings guardrails:Guardrails log_management:number"
    " log_management_strategy:LogManagementStrategy logpush:boolean logpush_public_key:string"
    " otel:[OtelExporter] rate_limiting_technique:RateLimitingTechnique retry_backoff:RetryBackoff"
    " retry_delay:number retry_max_attempts:number store_id:string stripe:StripeUsage"
    " workers_ai_billing_mode:WorkersAIBillingMode zdr:boolean byok_only:boolean+"
    " log_classification:boolean+ spend_limits:SpendLimits+",
    "editLog": "feedback:number metadata:{string|number|boolean} score:number",
    "createDataset": "enable:boolean! filters:[DatasetFilter]! name:string!",
    "updateDataset": "enable:boolean! filters:[DatasetFilter]! name:string!",
    "createEvaluation": "dataset_ids:[string]! evaluation_type_ids:[string]! name:string!",
    "createRoute": "elements:[Element]! name:string!",
    "updateRoute": "name:string!",
    "createRouteDeployment": "version_id:string!",
    "createRouteVersion": "elements:[Element]!",
    "createProviderConfig": "alias:string! default_config:boolean! provider_slug:string!"
    " secret:string! secret_id:string! rate_limit:number rate_limit_period:number",
    "createTopup": "amount:number! payment_method_id:string+",
    "checkTopupStatus": "payment_intent_id:string!",
    "setTopupConfig": "amount:number! threshold:number!",
    "setSpendingLimit": "amount:number! duration:SpendingLimitDuration!"
    " strategy:SpendingLimitStrategy!",
    "runModel": "text:string! prompt:string+ messages:[ChatMessage]+ input_text:string+ image:[integer]+"
    " image_b64:string+ mask:[integer]+ audio:[integer]+ source_lang:string+ target_lang:string+ lang:string+"
    " max_tokens:integer+ max_length:integer+ temperature:number+ top_p:number+ top_k:integer+"
    " frequency_penalty:number+ presence_penalty:number+ repetition_penalty:number+ seed:integer+ raw:boolean+"
    " lora:string+ ignore_eos:boolean+ response_format:ResponseFormat+ functions:[FunctionCode]+ tools:[Tool]+"
    " guidance:number+ height:integer+ width:integer+ negative_prompt:string+ num_steps:integer+ strength:number+"
    " stream:boolean+",
}

# Members of the shapes that no example shows: name, type, `!` when required.
MEMBERS = {
    "DLPPolicySettings": "enabled:boolean! policies:[DLPPolicy]!",
    "DLPPolicy": "id:string! action:string! check:[DLPDirection]! enabled:boolean!"
    " profiles:[string]!",
    "StartElement": "id:string! outputs:StartOutputs! type:string!",
    "StartOutputs": "next:ElementTarget!",
    "ElementTarget": "elementId:string!",
    "ConditionalElement": "id:string! outputs:ConditionalOutputs! properties:ConditionalProperties!"
    " type:string!",
    "ConditionalOutputs": "false:ElementTarget! true:ElementTarget!",
    "ConditionalProperties": "conditions:any",
    "PercentageElement": "id:string! outputs:{ElementTarget}! type:string!",
    "RateElement": "id:string! outputs:FallbackOutputs! properties:RateProperties! type:string!",
    "ModelElement": "id:string! outputs:FallbackOutputs! properties:ModelProperties! type:string!",
    "FallbackOutputs": "fallback:ElementTarget! success:ElementTarget!",
    "RateProperties": "key:string! limit:number! limitType:string! window:number!",
    "ModelProperties": "model:string! provider:string! retries:number! timeout:number!",
    "EndElement": "id:string! outputs:{ElementTarget}! type:string!",
    "GeneratedAudio": "audio:string",
    "Embeddings": "data:[[number]] shape:[number]",
    "SpeechRecognition": "text:string! vtt:string word_count:number words:[RecognizedWord]",
    "RecognizedWord": "end:number start:number word:string",
    "DetectedObject": "box:BoundingBox label:string score:number",
    "BoundingBox": "xmax:number xmin:number ymax:number ymin:number",
    "GeneratedText": "response:string! tool_calls:[ToolCall] usage:TokenUsage",
    "ToolCall": "arguments:any name:string",
    "TokenUsage": "completion_tokens:number prompt_tokens:number total_tokens:number",
    "Translation": "translated_text:string",
    "Summary": "summary:string",
    "ImageDescription": "description:string",
    "InferenceSummary": "meta:InferenceSummaryMeta! summary_0:{string}!",
    "InferenceSummaryMeta": "confidenceInfo:ConfidenceInfo! dateRange:[DateRange]!"
    " lastUpdated:date-time! normalization:Normalization! units:[MeasurementUnit]!",
    "ConfidenceInfo": "annotations:[Annotation]! level:integer!",
    "ResponseMessage": "code:number! message:string!",
}

# Refinements: integers of the spec that the documents call numbers, by schema or operation.
_GATEWAY = (
    "cache_ttl rate_limiting_interval rate_limiting_limit log_management retry_delay"
    " retry_max_attempts"
)
_TOKEN_BOUNDS = (
    "max_tokens_in max_tokens_out max_total_tokens min_tokens_in min_tokens_out min_total_tokens"
)
REFINED_TO_INTEGER = {
    "Gateway": _GATEWAY,
    "PageInfo": "count page per_page total_count",
    "Log": "duration tokens_in tokens_out status_code step",
    "LogDetail": "duration tokens_in tokens_out request_size response_size status_code step",
    "LogsInfo": f"count max_duration min_duration {_TOKEN_BOUNDS} page per_page total_count",
    "Evaluation": "total_logs",
    "EvaluationResult": "total_logs",
    "RouteList": "page per_page",
    "DeploymentList": "page per_page",
    "RouteVersionList": "page per_page",
    "RateProperties": "window",
    "ModelProperties": "retries timeout",
    "ProviderConfig": "rate_limit rate_limit_period",
    "ResponseMessage": "code",
    "Pagination": "page per_page total_count",
    "UsageRecord": "end_time start_time",
    "Invoice": "amount_due amount_paid amount_remaining attempt_count created",
    "InvoicePreview": "amount_due amount_paid amount_remaining period_end period_start",
    "InvoiceLine": "amount quantity",
    "InvoicePeriod": "end start",
    "PretaxCredit": "amount",
    "TopupConfig": "amount lastFailedAt threshold",
    "AutoTopup": "amount threshold",
    "SpendingLimitConfig": "amount",
    "Embeddings": "shape",
    "SpeechRecognition": "word_count",
    "TokenUsage": "completion_tokens prompt_tokens total_tokens",
    "listGateways": "page per_page",
    "createGateway": _GATEWAY,
    "updateGateway": _GATEWAY,
    "listEvaluationTypes": "page per_page",
    "listLogs": f"{_TOKEN_BOUNDS} page per_page",
    "deleteLogs": "limit",
    "editLog": "feedback",
    "listDatasets": "page per_page",
    "listProviderConfigs": "page per_page",
    "createProviderConfig": "rate_limit rate_limit_period",
    "getUsageHistory": "end_time start_time",
    "createTopup": "amount",
    "setTopupConfig": "amount threshold",
    "setSpendingLimit": "amount",
}

# Integers that a document, or the evidence for an addition, calls so itself.
DOCUMENTED_INTEGERS = {
    "RunInput": "mask max_tokens max_length top_k seed height width num_steps",
    "SpendLimitRule": "window",
    "ConfidenceInfo": "level",
    "listLogs": "feedback",
    "listEvaluations": "page per_page",
    "listRoutes": "page per_page",
    "listRouteDeployments": "page per_page",
    "listRouteVersions": "page per_page",
    "getInferenceSummary": "limitPerGroup",
}

# Numbers that may be fractions.
FRACTIONS = {
    "RunInput": "temperature top_p frequency_penalty presence_penalty repetition_penalty guidance strength",
    "SpendLimitRule": "limit",
    "Log": "cost",
    "LogDetail": "cost",
    "LogsInfo": "max_cost min_cost",
    "LogFilter": "value",
    "DatasetFilter": "value",
    "EvaluationResult": "status",
    "RateProperties": "limit",
    "CreditBalance": "balance",
    "UsageRecord": "aggregated_value",
    "Classification": "score",
    "Embeddings": "data",
    "RecognizedWord": "end start",
    "DetectedObject": "score",
    "BoundingBox": "xmax xmin ymax ymin",
    "listLogs": "max_cost max_duration min_cost min_duration",
    "editLog": "metadata score",
}

# Ends of places to each (minimum, maximum, minLength, maxLength) found there, in spec order.
_NAME = (None, None, 1, 64)
BOUNDS: dict[str, list[tuple[int | None, ...]]] = {
    "schemas/Gateway/properties/id": [_NAME],
    "schemas/Dataset/properties/gateway_id": [_NAME],
    "schemas/Evaluation/properties/gateway_id": [_NAME],
    "schemas/EvaluationDataset/properties/gateway_id": [_NAME],
    "schemas/ProviderConfig/properties/gateway_id": [_NAME],
    "GatewayId/schema": [_NAME],
    "gateways/post/requestBody/content/application/json/schema/properties/id": [_NAME],
    "gateways/{id}/parameters/1/schema": [_NAME],
    "properties/retry_delay": [(0, 5000, None, None)] * 3,
    "properties/retry_max_attempts": [(1, 5, None, None)] * 3,
    "evaluations/get/parameters/1/schema": [(1, None, None, None)],
    "evaluations/get/parameters/2/schema": [(1, 100, None, None)],
    "topup/post/requestBody/content/application/json/schema/properties/amount": [
        (1000, None, None, None)
    ],
    "config/post/requestBody/content/application/json/schema/properties/amount": [
        (1000, None, None, None)
    ],
    "properties/threshold": [(500, None, None, None)],
    "spending-limit/post/requestBody/content/application/json/schema/properties/amount": [
        (100, None, None, None)
    ],
    "RunInput/properties/text/anyOf/0": [(None, None, 1, None)],
}
