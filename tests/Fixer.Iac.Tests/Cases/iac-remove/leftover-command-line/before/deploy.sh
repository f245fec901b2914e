terraform apply -var "flag=true"
