# What the AWS provider says about its resources: the types of arguments, and the blocks, with a label where there must be one at least. Made by eng/terraform-schema.

aws_cloudfront_distribution {
  aliases                         = set(string)
  arn                             = string
  caller_reference                = string
  comment                         = string
  continuous_deployment_policy_id = string
  default_root_object             = string
  domain_name                     = string
  enabled                         = bool
  etag                            = string
  hosted_zone_id                  = string
  http_version                    = string
  id                              = string
  in_progress_validation_batches  = number
  is_ipv6_enabled                 = bool
  last_modified_time              = string
  price_class                     = string
  retain_on_delete                = bool
  staging                         = bool
  status                          = string
  tags                            = map(string)
  tags_all                        = map(string)
  trusted_key_groups              = list(object({ enabled = bool, items = list(object({ key_group_id = string, key_pair_ids = set(string) })) }))
  trusted_signers                 = list(object({ enabled = bool, items = list(object({ aws_account_number = string, key_pair_ids = set(string) })) }))
  wait_for_deployment             = bool
  web_acl_id                      = string

  custom_error_response {
    error_caching_min_ttl = number
    error_code            = number
    response_code         = number
    response_page_path    = string
  }

  default_cache_behavior "required" {
    allowed_methods            = set(string)
    cache_policy_id            = string
    cached_methods             = set(string)
    compress                   = bool
    default_ttl                = number
    field_level_encryption_id  = string
    max_ttl                    = number
    min_ttl                    = number
    origin_request_policy_id   = string
    realtime_log_config_arn    = string
    response_headers_policy_id = string
    smooth_streaming           = bool
    target_origin_id           = string
    trusted_key_groups         = list(string)
    trusted_signers            = list(string)
    viewer_protocol_policy     = string

    forwarded_values {
      headers                 = set(string)
      query_string            = bool
      query_string_cache_keys = list(string)

      cookies "required" {
        forward           = string
        whitelisted_names = set(string)
      }
    }

    function_association {
      event_type   = string
      function_arn = string
    }

    grpc_config {
      enabled = bool
    }

    lambda_function_association {
      event_type   = string
      include_body = bool
      lambda_arn   = string
    }
  }

  logging_config {
    bucket          = string
    include_cookies = bool
    prefix          = string
  }

  ordered_cache_behavior {
    allowed_methods            = set(string)
    cache_policy_id            = string
    cached_methods             = set(string)
    compress                   = bool
    default_ttl                = number
    field_level_encryption_id  = string
    max_ttl                    = number
    min_ttl                    = number
    origin_request_policy_id   = string
    path_pattern               = string
    realtime_log_config_arn    = string
    response_headers_policy_id = string
    smooth_streaming           = bool
    target_origin_id           = string
    trusted_key_groups         = list(string)
    trusted_signers            = list(string)
    viewer_protocol_policy     = string

    forwarded_values {
      headers                 = set(string)
      query_string            = bool
      query_string_cache_keys = list(string)

      cookies "required" {
        forward           = string
        whitelisted_names = set(string)
      }
    }

    function_association {
      event_type   = string
      function_arn = string
    }

    grpc_config {
      enabled = bool
    }

    lambda_function_association {
      event_type   = string
      include_body = bool
      lambda_arn   = string
    }
  }

  origin "required" {
    connection_attempts      = number
    connection_timeout       = number
    domain_name              = string
    origin_access_control_id = string
    origin_id                = string
    origin_path              = string

    custom_header {
      name  = string
      value = string
    }

    custom_origin_config {
      http_port                = number
      https_port               = number
      origin_keepalive_timeout = number
      origin_protocol_policy   = string
      origin_read_timeout      = number
      origin_ssl_protocols     = set(string)
    }

    origin_shield {
      enabled              = bool
      origin_shield_region = string
    }

    s3_origin_config {
      origin_access_identity = string
    }

    vpc_origin_config {
      origin_keepalive_timeout = number
      origin_read_timeout      = number
      vpc_origin_id            = string
    }
  }

  origin_group {
    origin_id = string

    failover_criteria "required" {
      status_codes = set(number)
    }

    member "required" {
      origin_id = string
    }
  }

  restrictions "required" {

    geo_restriction "required" {
      locations        = set(string)
      restriction_type = string
    }
  }

  viewer_certificate "required" {
    acm_certificate_arn            = string
    cloudfront_default_certificate = bool
    iam_certificate_id             = string
    minimum_protocol_version       = string
    ssl_support_method             = string
  }
}

aws_eip {
  address                   = string
  allocation_id             = string
  arn                       = string
  associate_with_private_ip = string
  association_id            = string
  carrier_ip                = string
  customer_owned_ip         = string
  customer_owned_ipv4_pool  = string
  domain                    = string
  id                        = string
  instance                  = string
  ipam_pool_id              = string
  network_border_group      = string
  network_interface         = string
  private_dns               = string
  private_ip                = string
  ptr_record                = string
  public_dns                = string
  public_ip                 = string
  public_ipv4_pool          = string
  tags                      = map(string)
  tags_all                  = map(string)
  vpc                       = bool

  timeouts {
    delete = string
    read   = string
    update = string
  }
}

aws_iam_access_key {
  create_date                    = string
  encrypted_secret               = string
  encrypted_ses_smtp_password_v4 = string
  id                             = string
  key_fingerprint                = string
  pgp_key                        = string
  secret                         = string
  ses_smtp_password_v4           = string
  status                         = string
  user                           = string
}

aws_iam_group {
  arn       = string
  id        = string
  name      = string
  path      = string
  unique_id = string
}

aws_iam_group_policy {
  group       = string
  id          = string
  name        = string
  name_prefix = string
  policy      = string
}

aws_iam_group_policy_attachment {
  group      = string
  id         = string
  policy_arn = string
}

aws_iam_instance_profile {
  arn         = string
  create_date = string
  id          = string
  name        = string
  name_prefix = string
  path        = string
  role        = string
  tags        = map(string)
  tags_all    = map(string)
  unique_id   = string
}

aws_iam_policy {
  arn              = string
  attachment_count = number
  description      = string
  id               = string
  name             = string
  name_prefix      = string
  path             = string
  policy           = string
  policy_id        = string
  tags             = map(string)
  tags_all         = map(string)
}

aws_iam_policy_attachment {
  groups     = set(string)
  id         = string
  name       = string
  policy_arn = string
  roles      = set(string)
  users      = set(string)
}

aws_iam_role {
  arn                   = string
  assume_role_policy    = string
  create_date           = string
  description           = string
  force_detach_policies = bool
  id                    = string
  managed_policy_arns   = set(string)
  max_session_duration  = number
  name                  = string
  name_prefix           = string
  path                  = string
  permissions_boundary  = string
  tags                  = map(string)
  tags_all              = map(string)
  unique_id             = string

  inline_policy {
    name   = string
    policy = string
  }
}

aws_iam_role_policy {
  id          = string
  name        = string
  name_prefix = string
  policy      = string
  role        = string
}

aws_iam_role_policy_attachment {
  id         = string
  policy_arn = string
  role       = string
}

aws_iam_user {
  arn                  = string
  force_destroy        = bool
  id                   = string
  name                 = string
  path                 = string
  permissions_boundary = string
  tags                 = map(string)
  tags_all             = map(string)
  unique_id            = string
}

aws_iam_user_group_membership {
  groups = set(string)
  id     = string
  user   = string
}

aws_iam_user_policy {
  id          = string
  name        = string
  name_prefix = string
  policy      = string
  user        = string
}

aws_iam_user_policy_attachment {
  id         = string
  policy_arn = string
  user       = string
}

aws_lb {
  arn                                                          = string
  arn_suffix                                                   = string
  client_keep_alive                                            = number
  customer_owned_ipv4_pool                                     = string
  desync_mitigation_mode                                       = string
  dns_name                                                     = string
  dns_record_client_routing_policy                             = string
  drop_invalid_header_fields                                   = bool
  enable_cross_zone_load_balancing                             = bool
  enable_deletion_protection                                   = bool
  enable_http2                                                 = bool
  enable_tls_version_and_cipher_suite_headers                  = bool
  enable_waf_fail_open                                         = bool
  enable_xff_client_port                                       = bool
  enable_zonal_shift                                           = bool
  enforce_security_group_inbound_rules_on_private_link_traffic = string
  id                                                           = string
  idle_timeout                                                 = number
  internal                                                     = bool
  ip_address_type                                              = string
  load_balancer_type                                           = string
  name                                                         = string
  name_prefix                                                  = string
  preserve_host_header                                         = bool
  security_groups                                              = set(string)
  subnets                                                      = set(string)
  tags                                                         = map(string)
  tags_all                                                     = map(string)
  vpc_id                                                       = string
  xff_header_processing_mode                                   = string
  zone_id                                                      = string

  access_logs {
    bucket  = string
    enabled = bool
    prefix  = string
  }

  connection_logs {
    bucket  = string
    enabled = bool
    prefix  = string
  }

  ipam_pools {
    ipv4_ipam_pool_id = string
  }

  minimum_load_balancer_capacity {
    capacity_units = number
  }

  subnet_mapping {
    allocation_id        = string
    ipv6_address         = string
    outpost_id           = string
    private_ipv4_address = string
    subnet_id            = string
  }

  timeouts {
    create = string
    delete = string
    update = string
  }
}

aws_route53_record {
  allow_overwrite                  = bool
  fqdn                             = string
  health_check_id                  = string
  id                               = string
  multivalue_answer_routing_policy = bool
  name                             = string
  records                          = set(string)
  set_identifier                   = string
  ttl                              = number
  type                             = string
  zone_id                          = string

  alias {
    evaluate_target_health = bool
    name                   = string
    zone_id                = string
  }

  cidr_routing_policy {
    collection_id = string
    location_name = string
  }

  failover_routing_policy {
    type = string
  }

  geolocation_routing_policy {
    continent   = string
    country     = string
    subdivision = string
  }

  geoproximity_routing_policy {
    aws_region       = string
    bias             = number
    local_zone_group = string

    coordinates {
      latitude  = string
      longitude = string
    }
  }

  latency_routing_policy {
    region = string
  }

  timeouts {
    create = string
    delete = string
    update = string
  }

  weighted_routing_policy {
    weight = number
  }
}

aws_route53_zone {
  arn                 = string
  comment             = string
  delegation_set_id   = string
  force_destroy       = bool
  id                  = string
  name                = string
  name_servers        = list(string)
  primary_name_server = string
  tags                = map(string)
  tags_all            = map(string)
  zone_id             = string

  timeouts {
    create = string
    delete = string
    update = string
  }

  vpc {
    vpc_id     = string
    vpc_region = string
  }
}

aws_s3_bucket {
  acceleration_status         = string
  acl                         = string
  arn                         = string
  bucket                      = string
  bucket_domain_name          = string
  bucket_prefix               = string
  bucket_regional_domain_name = string
  force_destroy               = bool
  hosted_zone_id              = string
  id                          = string
  object_lock_enabled         = bool
  policy                      = string
  region                      = string
  request_payer               = string
  tags                        = map(string)
  tags_all                    = map(string)
  website_domain              = string
  website_endpoint            = string

  cors_rule {
    allowed_headers = list(string)
    allowed_methods = list(string)
    allowed_origins = list(string)
    expose_headers  = list(string)
    max_age_seconds = number
  }

  grant {
    id          = string
    permissions = set(string)
    type        = string
    uri         = string
  }

  lifecycle_rule {
    abort_incomplete_multipart_upload_days = number
    enabled                                = bool
    id                                     = string
    prefix                                 = string
    tags                                   = map(string)

    expiration {
      date                         = string
      days                         = number
      expired_object_delete_marker = bool
    }

    noncurrent_version_expiration {
      days = number
    }

    noncurrent_version_transition {
      days          = number
      storage_class = string
    }

    transition {
      date          = string
      days          = number
      storage_class = string
    }
  }

  logging {
    target_bucket = string
    target_prefix = string
  }

  object_lock_configuration {
    object_lock_enabled = string

    rule {

      default_retention "required" {
        days  = number
        mode  = string
        years = number
      }
    }
  }

  replication_configuration {
    role = string

    rules "required" {
      delete_marker_replication_status = string
      id                               = string
      prefix                           = string
      priority                         = number
      status                           = string

      destination "required" {
        account_id         = string
        bucket             = string
        replica_kms_key_id = string
        storage_class      = string

        access_control_translation {
          owner = string
        }

        metrics {
          minutes = number
          status  = string
        }

        replication_time {
          minutes = number
          status  = string
        }
      }

      filter {
        prefix = string
        tags   = map(string)
      }

      source_selection_criteria {

        sse_kms_encrypted_objects {
          enabled = bool
        }
      }
    }
  }

  server_side_encryption_configuration {

    rule "required" {
      bucket_key_enabled = bool

      apply_server_side_encryption_by_default "required" {
        kms_master_key_id = string
        sse_algorithm     = string
      }
    }
  }

  timeouts {
    create = string
    delete = string
    read   = string
    update = string
  }

  versioning {
    enabled    = bool
    mfa_delete = bool
  }

  website {
    error_document           = string
    index_document           = string
    redirect_all_requests_to = string
    routing_rules            = string
  }
}

aws_s3_bucket_policy {
  bucket = string
  id     = string
  policy = string
}

aws_s3_bucket_public_access_block {
  block_public_acls       = bool
  block_public_policy     = bool
  bucket                  = string
  id                      = string
  ignore_public_acls      = bool
  restrict_public_buckets = bool
}

aws_s3_bucket_server_side_encryption_configuration {
  bucket                = string
  expected_bucket_owner = string
  id                    = string

  rule "required" {
    bucket_key_enabled = bool

    apply_server_side_encryption_by_default {
      kms_master_key_id = string
      sse_algorithm     = string
    }
  }
}

aws_s3_bucket_versioning {
  bucket                = string
  expected_bucket_owner = string
  id                    = string
  mfa                   = string

  versioning_configuration "required" {
    mfa_delete = string
    status     = string
  }
}

aws_s3_bucket_website_configuration {
  bucket                = string
  expected_bucket_owner = string
  id                    = string
  routing_rules         = string
  website_domain        = string
  website_endpoint      = string

  error_document {
    key = string
  }

  index_document {
    suffix = string
  }

  redirect_all_requests_to {
    host_name = string
    protocol  = string
  }

  routing_rule {

    condition {
      http_error_code_returned_equals = string
      key_prefix_equals               = string
    }

    redirect "required" {
      host_name               = string
      http_redirect_code      = string
      protocol                = string
      replace_key_prefix_with = string
      replace_key_with        = string
    }
  }
}

aws_security_group {
  arn                    = string
  description            = string
  egress                 = set(object({ cidr_blocks = list(string), description = string, from_port = number, ipv6_cidr_blocks = list(string), prefix_list_ids = list(string), protocol = string, security_groups = set(string), self = bool, to_port = number }))
  id                     = string
  ingress                = set(object({ cidr_blocks = list(string), description = string, from_port = number, ipv6_cidr_blocks = list(string), prefix_list_ids = list(string), protocol = string, security_groups = set(string), self = bool, to_port = number }))
  name                   = string
  name_prefix            = string
  owner_id               = string
  revoke_rules_on_delete = bool
  tags                   = map(string)
  tags_all               = map(string)
  vpc_id                 = string

  timeouts {
    create = string
    delete = string
  }
}

aws_security_group_rule {
  cidr_blocks              = list(string)
  description              = string
  from_port                = number
  id                       = string
  ipv6_cidr_blocks         = list(string)
  prefix_list_ids          = list(string)
  protocol                 = string
  security_group_id        = string
  security_group_rule_id   = string
  self                     = bool
  source_security_group_id = string
  to_port                  = number
  type                     = string

  timeouts {
    create = string
  }
}
